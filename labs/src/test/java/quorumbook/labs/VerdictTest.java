package quorumbook.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.Waited;

class VerdictTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Event FIRST = new Event.Noted(NOON, "first", "");
    private static final Event SECOND = new Event.Noted(NOON, "second", "");
    private static final History HISTORY = new History(new Given(1, Map.of()), List.of(FIRST, SECOND));

    @Test
    void aBrokenInvariantSaysWhere() {
        Verdict verdict = Verdict.of(new Judgement.Broken("one", "two", List.of(1)), "/cluster", "");
        assertThat(evidence(verdict)).containsExactly(SECOND);
    }

    @Test
    void aJudgeSaysWhereByTheEvents() {
        Verdict verdict = Verdict.fail("one", "two", "/cluster").at(HISTORY, SECOND, FIRST);
        assertThat(evidence(verdict)).containsExactly(SECOND, FIRST);
    }

    @Test
    void onlyAFailBrokeSomewhere() {
        assertThat(Verdict.pass("all there").at(HISTORY, FIRST)).isEqualTo(Verdict.pass("all there"));
    }

    @Test
    void anEventThatNeverCameIsNoEvidence() {
        Verdict verdict = Verdict.of(new Judgement.Broken("one", "two", List.of(2)), "/cluster", "");
        assertThat(evidence(verdict)).isEmpty();
        assertThat(evidence(Verdict.fail("one", "two", "").at(HISTORY, new Event.Noted(NOON, "third", ""))))
                .isEmpty();
    }

    private static List<Event> evidence(Verdict verdict) {
        Report.Judged judged = new Report.Judged(Check.check("id", "claim", history -> verdict), verdict);
        return new Report(LabId.of("zookeeper/tree"), 1, List.of(judged), HISTORY).evidence(judged);
    }

    @Test
    void aFailPointsAtWhatShowsIt() {
        Instant at = Instant.EPOCH;
        History history = new History(
                new Given(1, Map.of()),
                List.of(
                        new Event.Noted(at, "down", "kafka1"),
                        new Event.Predicted(at, "lost", "7", Map.of()),
                        new Event.Noted(at, "down", "kafka2"),
                        new Event.SessionOpened(at, 7)));
        Verdict fail = Verdict.fail("nobody is down", "kafka2", "/cluster");

        assertThat(events(fail.atNoted(history, "down"))).containsExactly(2);
        assertThat(events(fail.atAnswer(history, "lost"))).containsExactly(1);
        assertThat(events(fail.atLast(history, Event.SessionOpened.class))).containsExactly(3);
        assertThat(events(fail.atNoted(history, "up").atAnswer(history, "found").atLast(history, Event.Led.class)))
                .isEmpty();
        assertThat(Verdict.pass("all run").atNoted(history, "down")).isEqualTo(Verdict.pass("all run"));
    }

    @Test
    void aSilenceOnAStarvedMachineIsNoEvidence() {
        Verdict fail = fail();

        assertThat(fail.atNoted(silence(STARVED), "silence")).isInstanceOf(Verdict.Unknown.class);
        assertThat(fail.at(silence(STARVED), silence(STARVED).events().get(1))).isInstanceOf(Verdict.Unknown.class);
        assertThat(fail.unlessInVain(silence(STARVED), "silence")).isInstanceOf(Verdict.Unknown.class);
        assertThat(fail.atNoted(silence(FAIR), "silence")).isInstanceOf(Verdict.Fail.class);
        assertThat(fail.unlessInVain(silence(FAIR), "silence")).isEqualTo(fail);
    }

    @Test
    void aMachineThatWasStarvedAnotherTimeExcusesNothing() {
        Verdict fail = Verdict.fail("one holder", "two", "/list");

        assertThat(fail.atNoted(silence(STARVED), "holders")).isInstanceOf(Verdict.Fail.class);
        assertThat(fail.unlessInVain(silence(STARVED), "holders")).isEqualTo(fail);
        assertThat(fail.unlessInVain(silence(STARVED), "nothing of that name")).isEqualTo(fail);
    }

    @Test
    void aStarvedMachineMakesNoPass() {
        assertThat(Verdict.pass("all there").atNoted(silence(STARVED), "silence"))
                .isEqualTo(Verdict.pass("all there"));
        assertThat(fail().unlessInVain(silence(STARVED), "silence")).isNotInstanceOf(Verdict.Pass.class);
    }

    private static Verdict fail() {
        return Verdict.fail("an answer", "nothing for 20 s", "/list");
    }

    /** That nothing happened speaks for nobody either if nothing could happen. */
    @Test
    void aPassThatRestsOnASilenceOfAStarvedMachineIsNone() {
        assertThat(Verdict.pass("never two").unlessInVain(silence(STARVED), "silence"))
                .isInstanceOf(Verdict.Unknown.class);
        assertThat(Verdict.pass("never two").unlessInVain(silence(FAIR), "silence"))
                .isInstanceOf(Verdict.Pass.class);
        assertThat(new Verdict.Skipped("later").unlessInVain(silence(STARVED), "silence"))
                .isInstanceOf(Verdict.Skipped.class);
    }

    private static final Waited STARVED = new Waited(20_000, 100, 0, 2);
    private static final Waited FAIR = new Waited(20_000, 15_000, 0, 2);

    private static History silence(Waited waited) {
        return new History(
                new Given(1, Map.of()),
                List.of(
                        new Event.Noted(NOON, "holders", "a, b"),
                        new Event.Noted(NOON, "silence", "nothing for 20 s", Optional.of(waited))));
    }

    private static List<Integer> events(Verdict verdict) {
        return ((Verdict.Fail) verdict).events();
    }
}
