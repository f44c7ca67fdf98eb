package quorumbook.labs.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quorumbook.labs.Verdict;
import quorumbook.labs.Verdict.Outcome;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Waited;
import quorumbook.labs.history.Znode;
import quorumbook.labs.zookeeper.CompareAndSet.Counter;

/** The judges on histories written by hand. */
class CompareAndSetTest {
    private static final Given GIVEN = new Given(1, Map.of("root", "/counters", "start", "1000", "visits", "20"));
    private static final Instant NOW = Instant.EPOCH;
    private static final int RACED = Race.COPIES * Race.ROUNDS;

    private final List<Event> events = new ArrayList<>();
    private long operation;

    private void noted(String name, String value) {
        events.add(new Event.Noted(NOW, name, value));
    }

    private void trial(String number) {
        noted(CompareAndSet.TRIAL, number);
        noted(Counter.RACE.created(), "11");
        noted(Counter.CONTROL.created(), "12");
        noted(Counter.LOSS.created(), "13");
        noted(CompareAndSet.REFUSAL, "");
    }

    private void increments(Counter counter, int count, String exception) {
        String path = counter.path(GIVEN, history().noted(CompareAndSet.TRIAL).orElseThrow());
        for (int i = 0; i < count; i++) {
            operation++;
            events.add(new Event.Invoked(NOW, operation, "worker", Increments.request(path)));
            events.add(new Event.Ended(
                    NOW,
                    operation,
                    exception.isEmpty() ? quorumbook.labs.history.Outcome.ok() : Increments.thrown(exception)));
        }
    }

    private void raced() {
        increments(Counter.RACE, RACED, "");
        noted(Race.ENDED, "");
    }

    private void fault(String words) {
        Proof proof = new Proof(NodeId.zk(1), "lost", NOW, List.of("proof"));
        events.add(new Event.Inflicted(NOW, words, List.of(proof)));
        events.add(new Event.Healed(NOW, words, List.of(proof)));
    }

    private void lost(int returned, int left) {
        increments(Counter.LOSS, returned, "");
        increments(Counter.LOSS, left, "ConnectionLossException");
        fault("reply of zk1 to set data lost");
        fault("clients of zk1 cut off");
        noted(Loss.ENDED, "");
    }

    private static Znode znode(String path, String data, long czxid, int version) {
        return new Znode(path, data, czxid, 99, czxid, version, 0, 0, 0);
    }

    private void seen(String race, int raceVersion, int controlMoved, String loss) {
        String trial = history().noted(CompareAndSet.TRIAL).orElseThrow();
        events.add(new Event.TreeSeen(
                NOW,
                "/counters",
                List.of(
                        znode(Counter.RACE.path(GIVEN, trial), race, 11, raceVersion),
                        znode(Counter.CONTROL.path(GIVEN, trial), "" + (1000 + controlMoved), 12, RACED),
                        znode(Counter.LOSS.path(GIVEN, trial), loss, 13, 5))));
    }

    private History history() {
        return new History(GIVEN, events);
    }

    private static String actual(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Fail.class);
        return ((Verdict.Fail) verdict).actual();
    }

    private static void assertUnknown(Verdict verdict) {
        assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(Outcome.UNKNOWN);
    }

    private static void assertPass(Verdict verdict) {
        assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(Outcome.PASS);
    }

    @Test
    void passesWhenEveryIncrementIsCountedOnce() {
        trial("1");
        raced();
        lost(4, 2);
        seen("1100", RACED, 40, "1005");

        for (quorumbook.labs.Check check : new CompareAndSet().checks()) {
            assertPass(check.judge().apply(history()));
        }
    }

    @Test
    void anEmptyHistoryIsNoPass() {
        for (quorumbook.labs.Check check : new CompareAndSet().checks()) {
            assertUnknown(check.judge().apply(history()));
        }
    }

    @Test
    void saysWhyIncrementCannotBeCalled() {
        trial("1");
        noted(CompareAndSet.REFUSAL, "cannot find symbol: method increment(String)");

        assertThat(actual(IncrementJudge.incrementIsThere(history()))).contains("cannot find symbol");
    }

    @Test
    void refusesAnIncrementThatThrows() {
        trial("1");
        increments(Counter.RACE, RACED - 1, "");
        increments(Counter.RACE, 1, "BadVersionException");
        noted(Race.ENDED, "");

        assertThat(actual(IncrementJudge.incrementComesBack(history()))).contains("BadVersionException");
    }

    @Test
    void doesNotChargeASilenceOnAStarvedMachine() {
        trial("1");
        silence(Race.ENDED, new Waited(20_000, 100, 0, 2));
        assertUnknown(IncrementJudge.incrementComesBack(history()));

        silence(Loss.ENDED, new Waited(20_000, 100, 0, 2));
        assertUnknown(IncrementJudge.noLostReplyIsCountedTwice(history()));
        assertUnknown(IncrementJudge.noLostRequestIsTakenForDone(history()));
    }

    @Test
    void chargesASilenceOnAMachineWithTimeToSpare() {
        trial("1");
        silence(Race.ENDED, new Waited(20_000, 15_000, 0, 2));
        silence(Loss.ENDED, new Waited(20_000, 15_000, 0, 2));

        assertThat(actual(IncrementJudge.incrementComesBack(history()))).contains("did not come back");
        assertThat(actual(IncrementJudge.noLostReplyIsCountedTwice(history()))).contains("did not come back");
    }

    private void silence(String name, Waited waited) {
        events.add(new Event.Noted(NOW, name, "did not come back within 20 s", Optional.of(waited)));
    }

    @Test
    void refusesAJvmThatIsGone() {
        trial("1");
        noted(Race.ENDED, "its JVM ended by System.exit(0)");

        assertThat(actual(IncrementJudge.incrementComesBack(history()))).contains("System.exit");
    }

    @Test
    void cannotTellWhenAConnectionWasLostInTheRaceThroughNoFaultOfOurs() {
        trial("1");
        increments(Counter.RACE, RACED - 1, "");
        increments(Counter.RACE, 1, "ConnectionLossException");
        noted(Race.ENDED, "");

        assertUnknown(IncrementJudge.incrementComesBack(history()));
    }

    @Test
    void cannotTellWhenIncrementsAreMissingInOurRecord() {
        trial("1");
        increments(Counter.RACE, RACED - 1, "");
        noted(Race.ENDED, "");

        assertUnknown(IncrementJudge.incrementComesBack(history()));
    }

    @Test
    void cannotTellWhenTheEndOfAnIncrementIsMissingInOurRecord() {
        trial("1");
        raced();
        events.removeIf(event -> event instanceof Event.Ended end && end.operation() == RACED);

        assertUnknown(IncrementJudge.incrementComesBack(history()));
    }

    @Test
    void seesUpdatesThatWereOverwritten() {
        trial("1");
        raced();
        seen("1060", RACED, 40, "1000");

        assertThat(actual(IncrementJudge.everyWriteBuildsOnTheLast(history()))).startsWith("40 updates are lost");
    }

    @Test
    void seesAValueThatIsAheadOfItsWrites() {
        trial("1");
        raced();
        seen("1100", 50, 40, "1000");

        assertThat(actual(IncrementJudge.everyWriteBuildsOnTheLast(history()))).contains("ahead");
    }

    @Test
    void cannotTellWhenTheJvmsNeverMet() {
        trial("1");
        raced();
        seen("1100", RACED, RACED, "1000");

        assertUnknown(IncrementJudge.everyWriteBuildsOnTheLast(history()));
    }

    @Test
    void seesACounterThatWasMadeAnew() {
        trial("1");
        raced();
        events.add(new Event.TreeSeen(NOW, "/counters", List.of(znode("/counters/race-1", "1100", 77, RACED))));

        assertThat(actual(IncrementJudge.everyWriteBuildsOnTheLast(history()))).contains("created again");
    }

    @Test
    void seesACounterThatIsNoNumber() {
        trial("1");
        raced();
        seen("many", RACED, 40, "1000");

        assertThat(actual(IncrementJudge.everyWriteBuildsOnTheLast(history()))).contains("many");
    }

    @Test
    void seesIncrementsThatWereDropped() {
        trial("1");
        raced();
        seen("1070", 70, 40, "1000");

        assertThat(actual(IncrementJudge.whatCameBackIsCounted(history()))).startsWith("30 updates are missing");
    }

    @Test
    void seesIncrementsThatWereMadeTwice() {
        trial("1");
        raced();
        seen("1103", 103, 40, "1000");

        assertThat(actual(IncrementJudge.whatCameBackIsCounted(history()))).contains("3 updates");
    }

    @Test
    void seesAWriteThatWasMadeAgainAfterItsReplyWasLost() {
        trial("1");
        raced();
        lost(6, 0);
        seen("1100", RACED, 40, "1007");

        assertThat(actual(IncrementJudge.noLostReplyIsCountedTwice(history()))).startsWith("by 7");
        assertPass(IncrementJudge.noLostRequestIsTakenForDone(history()));
    }

    @Test
    void whatALostConnectionLeftOpenMayOrMayNotBeCounted() {
        for (String counted : List.of("1004", "1005", "1006")) {
            events.clear();
            trial("1");
            raced();
            lost(4, 2);
            seen("1100", RACED, 40, counted);

            assertPass(IncrementJudge.noLostReplyIsCountedTwice(history()));
            assertPass(IncrementJudge.noLostRequestIsTakenForDone(history()));
        }
    }

    @Test
    void seesALostRequestThatWasTakenForDone() {
        trial("1");
        raced();
        lost(6, 0);
        seen("1100", RACED, 40, "1005");

        assertThat(actual(IncrementJudge.noLostRequestIsTakenForDone(history())))
                .startsWith("by 5");
        assertPass(IncrementJudge.noLostReplyIsCountedTwice(history()));
    }

    @Test
    void cannotTellWhenNoReplyWasLost() {
        trial("1");
        raced();
        increments(Counter.LOSS, Loss.INCREMENTS, "");
        events.add(new Event.Unproved(NOW, "reply of zk1 to set data lost", "nobody asked"));
        fault("clients of zk1 cut off");
        noted(Loss.ENDED, "");
        seen("1100", RACED, 40, "1006");

        assertUnknown(IncrementJudge.noLostReplyIsCountedTwice(history()));
    }

    @Test
    void cannotTellByTheFaultsOfAnEarlierTrial() {
        trial("1");
        raced();
        lost(4, 2);
        seen("1100", RACED, 40, "1005");
        trial("2");
        raced();
        seen("1100", RACED, 40, "1000");

        assertPass(IncrementJudge.whatCameBackIsCounted(history()));
        assertUnknown(IncrementJudge.noLostReplyIsCountedTwice(history()));
        assertUnknown(IncrementJudge.noLostRequestIsTakenForDone(history()));
    }

    @Test
    void refusesAnIncrementThatNeverComesBackAfterALoss() {
        trial("1");
        raced();
        lost(4, 1);
        noted(Loss.ENDED, "did not come back within 20 s");
        seen("1100", RACED, 40, "1005");

        assertThat(actual(IncrementJudge.noLostReplyIsCountedTwice(history()))).contains("did not come back");
    }
}
