package quorumbook.labs.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Waited;

class OneShotWatchesTest {
    private final OneShotWatches lab = new OneShotWatches();
    private final Given given = lab.given(1);

    @Test
    void acceptsAProgramThatFollowsToTheEnd() {
        History history = FollowStory.whole(given).counted(120, 110, 100, 0).history();

        assertThat(lab.checks())
                .allSatisfy(check ->
                        assertThat(check.judge().apply(history)).as(check.id()).isInstanceOf(Verdict.Pass.class));
    }

    @Test
    void cannotTellWithoutATrial() {
        History nothing = new History(given, List.of());

        assertThat(lab.checks())
                .allSatisfy(check ->
                        assertThat(check.judge().apply(nothing)).as(check.id()).isInstanceOf(Verdict.Unknown.class));
    }

    @Test
    void passesNothingOfATrialThatBrokeOff() {
        History history = new FollowStory(given).changed().history();

        assertThat(lab.checks())
                .allSatisfy(check ->
                        assertThat(check.judge().apply(history)).as(check.id()).isInstanceOf(Verdict.Unknown.class));
    }

    @Test
    void saysWhatCannotBeCalled() {
        History history = new FollowStory(given)
                .noted(Followed.NOT_RUNNABLE, "there is no method follow")
                .history();

        assertThat(fail(FollowJudge.firstValueIsReported(history)).actual()).isEqualTo("there is no method follow");
    }

    @ParameterizedTest
    @CsvSource({
        "otherwise-reported, price, 'reported \"price\" and no \"value\"'",
        "program-ended, threw X, nothing was reported; follow(…) threw X",
        "value-reported, 7, reported as value: [7]"
    })
    void theFirstValueHasToBeReported(String name, String value, String said) {
        History history = new FollowStory(given)
                .changed()
                .noted(name, value)
                .looked(Followed.AFTER_START, 0)
                .history();

        assertThat(fail(FollowJudge.firstValueIsReported(history)).actual()).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"0, after change 1: none", "2, after change 1: watches of 2 sessions"})
    void oneWatchIsNeitherNoneNorTwo(int watches, String said) {
        History history = begun().changed()
                .reported()
                .looked(Followed.AFTER_BURST, watches)
                .history();

        assertThat(fail(FollowJudge.oneWatchIsSet(history)).actual()).isEqualTo(said);
    }

    @Test
    void aWriteMissedBetweenRequestsIsNotJudgedAsABurst() {
        FollowStory story = begun().changed().reported().looked(Followed.AFTER_BURST, 1);
        History history = story.changed()
                .reported()
                .changed()
                .looked(Followed.AFTER_GAP, 1)
                .counted(9, 9, 3, 0)
                .history();

        assertThat(fail(FollowJudge.noWriteIsMissedBetweenRequests(history)).actual())
                .isEqualTo("1.3 is the last value reported, and it stays so");
        assertThat(FollowJudge.newestValueIsReported(history)).isInstanceOf(Verdict.Skipped.class);
    }

    @Test
    void doesNotChargeASilenceOnAStarvedMachine() {
        Waited starved = new Waited(20_000, 100, 0, 2);
        History first = new FollowStory(given)
                .changed()
                .lookedInVain(Followed.AFTER_START, 0, starved)
                .history();
        History gap = begun().changed()
                .lookedInVain(Followed.AFTER_GAP, 1, starved)
                .counted(9, 9, 3, 0)
                .history();
        History burst = begun().changed()
                .lookedInVain(Followed.AFTER_BURST, 1, starved)
                .counted(9, 9, 3, 0)
                .history();
        History unwatched = begun().changed()
                .reported()
                .lookedInVain(Followed.AFTER_BURST, 0, starved)
                .counted(9, 9, 3, 0)
                .history();

        assertThat(FollowJudge.firstValueIsReported(first)).isInstanceOf(Verdict.Unknown.class);
        assertThat(FollowJudge.noWriteIsMissedBetweenRequests(gap)).isInstanceOf(Verdict.Unknown.class);
        assertThat(FollowJudge.newestValueIsReported(burst)).isInstanceOf(Verdict.Unknown.class);
        assertThat(FollowJudge.oneWatchIsSet(unwatched)).isInstanceOf(Verdict.Unknown.class);
        assertThat(List.of(first, gap, burst, unwatched))
                .allSatisfy(history -> assertThat(lab.checks())
                        .noneMatch(check -> check.judge().apply(history) instanceof Verdict.Fail));
    }

    /** Who is slow has not come to asking once more. */
    @Test
    void doesNotPassASilenceThatNobodyCouldHaveBroken() {
        FollowStory story = FollowStory.whole(given).counted(120, 110, 100, 0);
        History starved = story.lookedInVain(Followed.IN_SILENCE, 0, new Waited(1_500, 10, 0, 2))
                .history();
        History fair = story.lookedInVain(Followed.IN_SILENCE, 0, new Waited(1_500, 1_400, 0, 2))
                .history();

        assertThat(FollowJudge.asksOnlyWhenTold(starved)).isInstanceOf(Verdict.Unknown.class);
        assertThat(FollowJudge.asksOnlyWhenTold(fair)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void theNewestValueIsNotTheOneBefore() {
        History history = begun().changed()
                .reported("1.1")
                .looked(Followed.AFTER_BURST, 1)
                .counted(9, 9, 3, 0)
                .history();

        assertThat(fail(FollowJudge.newestValueIsReported(history)).actual())
                .isEqualTo("after change 1 the last value reported is [1.1]");
        assertThat(FollowJudge.noWriteIsMissedBetweenRequests(history)).isInstanceOf(Verdict.Skipped.class);
    }

    @Test
    void cannotTellWhenNoWriteFellBetweenRequests() {
        FollowStory story = begun();
        for (int burst = 0; burst < Followed.BURSTS; burst++) {
            story.changed().reported().looked(Followed.AFTER_BURST, 1);
        }
        History history = story.counted(100, 100, 100, 0).history();

        assertThat(FollowJudge.newestValueIsReported(history)).isInstanceOf(Verdict.Pass.class);
        assertThat(FollowJudge.noWriteIsMissedBetweenRequests(history)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void theSameValueSeenTwiceIsNoHarm() {
        History history = FollowStory.whole(given)
                .reported()
                .reported()
                .counted(150, 110, 100, 0)
                .history();

        assertThat(FollowJudge.valuesWereRead(history)).isInstanceOf(Verdict.Pass.class);
    }

    @ParameterizedTest
    @CsvSource({"WatchedEvent, [WatchedEvent] was never written", "1.1, '1.1 was reported after 1.105, which is newer'"
    })
    void otherValuesAreRefused(String value, String said) {
        History history = FollowStory.whole(given)
                .reported(value)
                .counted(150, 110, 100, 0)
                .history();

        assertThat(fail(FollowJudge.valuesWereRead(history)).actual())
                .isEqualTo(said.replace("1.105", FollowStory.whole(given).newest()));
    }

    @Test
    void whoReportsMoreThanItReadReportsWhatItHasNotSeen() {
        History history = FollowStory.whole(given).counted(120, 20, 100, 0).history();

        assertThat(FollowJudge.valuesWereRead(history)).isInstanceOf(Verdict.Fail.class);
    }

    @ParameterizedTest
    @CsvSource({"411, 100, 0, more than that", "100, 100, 1, it asks again and again while nothing changes"})
    void pollingIsRefused(long requests, long told, long silence, String said) {
        History history =
                FollowStory.whole(given).counted(requests, 110, told, silence).history();

        assertThat(fail(FollowJudge.asksOnlyWhenTold(history)).actual()).isEqualTo(said);
    }

    @Test
    void fourRequestsForEachChangeAreNotTooMany() {
        History history = FollowStory.whole(given).counted(410, 110, 20, 0).history();

        assertThat(FollowJudge.asksOnlyWhenTold(history)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void onlyTheLastTrialIsJudged() {
        FollowStory story = begun().changed().looked(Followed.AFTER_BURST, 0);
        story.noted(Followed.TRIAL, "/price-2");

        assertThat(FollowJudge.newestValueIsReported(story.history())).isInstanceOf(Verdict.Unknown.class);
    }

    private FollowStory begun() {
        return new FollowStory(given).changed().reported().looked(Followed.AFTER_START, 1);
    }

    private static Verdict.Fail fail(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Fail.class);
        return (Verdict.Fail) verdict;
    }
}
