package quorumbook.labs.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;

class FirstStartTest {
    private static final String[] BEFORE = {
        "down down down down down",
        "looking down down down down",
        "looking looking down down down",
        "follower follower leader down down",
        "follower follower leader follower down"
    };
    private static final String ALL = "follower follower leader follower follower";

    private final Given given = new FirstStart().given(1);

    @Test
    void acceptsTheWholeExperiment() {
        History history = story("none", "0", "3", "zk3", "server 3").history();

        assertThat(new FirstStart().checks())
                .allSatisfy(check ->
                        assertThat(check.judge().apply(history)).as(check.id()).isInstanceOf(Verdict.Pass.class));
    }

    @Test
    void refusesTheUntouchedLab() {
        History history =
                new ElectionStory(given).seen("down down down down down").history();

        assertThat(FirstStartJudge.startedInOrder(history)).isInstanceOf(Verdict.Fail.class);
        assertThat(FirstStartJudge.serversBeganEmpty(history)).isInstanceOf(Verdict.Fail.class);
        assertThat(FirstStartJudge.answersWereSealedInTime(history)).isInstanceOf(Verdict.Fail.class);
        assertThat(FirstStartJudge.thirdServerLeadsAll(history)).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void cannotTellWithoutALook() {
        History blind = story("none", "none", "3", "3", "3")
                .without(event -> event instanceof Event.Voted || event instanceof Event.Observed)
                .history();

        assertThat(FirstStartJudge.serversBeganEmpty(blind)).isInstanceOf(Verdict.Unknown.class);
        assertThat(FirstStartJudge.thirdServerLeadsAll(blind)).isInstanceOf(Verdict.Unknown.class);
        assertThat(FirstStartJudge.laterOnesFollow(blind)).isInstanceOf(Verdict.Skipped.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1, none, 3, 3, 3, 1 of 5",
        "none, 2, 3, 3, 3, 2 of 5",
        "whoever, none, 3, 3, 3, whoever",
    })
    void refusesALeaderOfAMinority(String one, String two, String three, String four, String five, String said) {
        History history = story(one, two, three, four, five).history();

        assertThat(fail(FirstStartJudge.twoAreNoMajority(history)).actual()).contains(said);
        assertThat(FirstStartJudge.thirdStartDecides(history)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void refusesAServerThatDoesNotRunAsLeader() {
        History history = story("none", "none", "5", "3", "3").history();

        assertThat(fail(FirstStartJudge.thirdStartDecides(history)).actual())
                .contains("zk3 leads", "zk1 (0, 0x0, 1), zk2 (0, 0x0, 2), zk3 (0, 0x0, 3)");
        assertThat(FirstStartJudge.laterOnesFollow(history)).isInstanceOf(Verdict.Pass.class);
    }

    @ParameterizedTest
    @CsvSource({"4, 3, zk4", "3, 5, zk5"})
    void refusesALateLeader(String four, String five, String said) {
        History history = story("none", "none", "3", four, five).history();

        assertThat(fail(FirstStartJudge.laterOnesFollow(history)).actual()).contains(said + " (0, 0x0, ");
        assertThat(FirstStartJudge.thirdStartDecides(history)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void aServerWithAnEpochDidNotBeginEmpty() {
        History history = new ElectionStory(given)
                .done("started", 1)
                .voted(1, 1, 0x100000000L)
                .seen("looking down down down down")
                .history();

        assertThat(fail(FirstStartJudge.serversBeganEmpty(history)).actual()).contains("zk1 came with epoch 1");
    }

    @Test
    void whatWasDoneBeforeTheLastServerStoppedIsForgotten() {
        ElectionStory story = new ElectionStory(given);
        story.sealed("after-1", "1", BEFORE[0]).done("started", 1, 2).done("killed", 2, 1);
        story.done("wiped", 1, 2);
        append(story, "none", "none", "3", "3", "3");
        History history = story.history();

        assertThat(FirstStartJudge.startedInOrder(history)).isInstanceOf(Verdict.Pass.class);
        assertThat(FirstStartJudge.twoAreNoMajority(history)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void refusesAnythingElseThanStarts() {
        History history =
                new ElectionStory(given).done("started", 1).done("paused", 1).history();

        assertThat(fail(FirstStartJudge.startedInOrder(history)).actual()).contains("zk1 was paused");
    }

    @Test
    void refusesAnotherOrder() {
        History history = new ElectionStory(given).done("started", 2, 1).history();

        assertThat(fail(FirstStartJudge.startedInOrder(history)).actual()).contains("zk2, zk1");
    }

    @Test
    void refusesAnAnswerGivenAfterItsStart() {
        History history = new ElectionStory(given)
                .done("started", 1)
                .sealed("after-1", "none", BEFORE[1])
                .history();

        assertThat(fail(FirstStartJudge.answersWereSealedInTime(history)).actual())
                .contains("another time");
    }

    @Test
    void serversThatWereStillAtItProveNothing() {
        History history = new ElectionStory(given)
                .sealed("after-1", "none", BEFORE[0])
                .done("started", 1)
                .sealedUnsettled("after-2", "none")
                .done("started", 2)
                .seen("looking looking down down down")
                .history();

        assertThat(FirstStartJudge.answersWereSealedInTime(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(FirstStartJudge.twoAreNoMajority(history)).isInstanceOf(Verdict.Skipped.class);
    }

    @Test
    void anElectionThatNobodyCausedIsNotChargedToAnybody() {
        ElectionStory story = story("none", "none", "3", "3", "3").without(event -> event instanceof Event.Observed);
        History history = story.led(5, 2)
                .seen("follower follower follower follower leader")
                .history();

        assertThat(FirstStartJudge.laterOnesFollow(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(FirstStartJudge.thirdServerLeadsAll(history)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aServerThatDiedIsNotChargedToAnybody() {
        History history = story("none", "none", "3", "3", "3")
                .seen("follower follower leader follower died")
                .history();

        assertThat(FirstStartJudge.thirdServerLeadsAll(history)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void refusesAServerThatIsNotStarted() {
        History history = story("none", "none", "3", "3", "3")
                .seen("follower follower leader follower down")
                .history();

        assertThat(fail(FirstStartJudge.thirdServerLeadsAll(history)).actual()).contains("zk5 down");
    }

    private ElectionStory story(String... answers) {
        return append(new ElectionStory(given), answers);
    }

    private static ElectionStory append(ElectionStory story, String... answers) {
        for (int number = 1; number <= answers.length; number++) {
            story.sealed("after-" + number, answers[number - 1], BEFORE[number - 1])
                    .done("started", number);
        }
        for (int server : List.of(1, 2, 3, 4, 5)) {
            story.voted(server, 0, 0);
        }
        return story.led(3, 1).seen(ALL);
    }

    private static Verdict.Fail fail(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Fail.class);
        return (Verdict.Fail) verdict;
    }
}
