package quorumbook.labs.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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
    private static final String LOSS = "ConnectionLossException";
    private static final int RACED = Race.COPIES * Race.ROUNDS;

    private final List<Event> events = new ArrayList<>();
    private long operation;
    private int held = 1000;

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
        written(LongStream.rangeClosed(1, RACED).map(by -> 1000 + by));
    }

    private void written(LongStream values) {
        noted(Counter.RACE.written(), values.mapToObj(Long::toString).collect(Collectors.joining(" ")));
    }

    private void fault(String words) {
        Proof proof = new Proof(NodeId.zk(1), "lost", NOW, List.of("proof"));
        events.add(new Event.Inflicted(NOW, words, List.of(proof)));
        events.add(new Event.Healed(NOW, words, List.of(proof)));
    }

    /** An increment that moved the counter that far until it was over. */
    private void lost(String exception, int by) {
        String path =
                Counter.LOSS.path(GIVEN, history().noted(CompareAndSet.TRIAL).orElseThrow());
        increments(Counter.LOSS, 1, exception);
        held += by;
        events.add(new Event.TreeSeen(NOW, path, List.of(znode(path, "" + held, 13, 5))));
    }

    /** Six of them, of which the second moved the counter that far, and the fifth. */
    private void lost(String exception, int second, int fifth) {
        held = 1000;
        lost("", 1);
        lost(exception, second);
        lost("", 1);
        lost("", 1);
        lost(exception, fifth);
        lost("", 1);
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
        lost(LOSS, 1, 0);
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
        written(LongStream.range(0, RACED).map(write -> 1001 + write * 6 / 10));
        seen("1060", RACED, 40, "1000");

        assertThat(actual(IncrementJudge.everyWriteBuildsOnTheLast(history()))).startsWith("40 updates are lost");
    }

    @Test
    void seesALastWriteThatMakesUpForThoseThatWereOverwritten() {
        trial("1");
        raced();
        written(LongStream.concat(LongStream.range(0, RACED - 1).map(write -> 1001 + write / 2), LongStream.of(1100)));
        seen("1100", RACED, 40, "1000");

        assertThat(actual(IncrementJudge.everyWriteBuildsOnTheLast(history())))
                .contains("right only in sum")
                .contains("50 updates");
    }

    @Test
    void cannotTellWhenTheLogLacksAWrite() {
        trial("1");
        raced();
        written(LongStream.rangeClosed(1, RACED - 1).map(by -> 1000 + by));
        seen("1100", RACED, 40, "1000");

        assertUnknown(IncrementJudge.everyWriteBuildsOnTheLast(history()));
    }

    @Test
    void seesThatTheCounterBesideItWasWrittenByOthersThanTheLab() {
        trial("1");
        raced();
        seen("1100", RACED, 40, "1000");
        Event.TreeSeen tree = history().last(Event.TreeSeen.class).orElseThrow();
        events.add(new Event.TreeSeen(
                NOW,
                "/counters",
                tree.znodes().stream()
                        .map(each -> each.path().contains("control")
                                ? znode(each.path(), each.data(), each.czxid(), RACED + 1)
                                : each)
                        .toList()));

        assertThat(actual(IncrementJudge.everyWriteBuildsOnTheLast(history()))).contains("somebody else");
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
        lost("", 2, 1);
        seen("1100", RACED, 40, "1007");

        assertThat(actual(IncrementJudge.noLostReplyIsCountedTwice(history()))).startsWith("by 2");
        assertPass(IncrementJudge.noLostRequestIsTakenForDone(history()));
    }

    @Test
    void seesOneThatIsCountedTwiceAlsoWhenAnotherIsNotCounted() {
        trial("1");
        raced();
        lost("", 2, 0);
        seen("1100", RACED, 40, "1006");

        assertThat(actual(IncrementJudge.noLostReplyIsCountedTwice(history()))).startsWith("by 2");
        assertThat(actual(IncrementJudge.noLostRequestIsTakenForDone(history())))
                .startsWith("by 0");
    }

    @Test
    void whatALostConnectionLeftOpenMayOrMayNotBeCounted() {
        for (int counted = 0; counted <= 1; counted++) {
            events.clear();
            trial("1");
            raced();
            lost(LOSS, 1, counted);
            seen("1100", RACED, 40, "100" + (5 + counted));

            assertPass(IncrementJudge.noLostReplyIsCountedTwice(history()));
            assertPass(IncrementJudge.noLostRequestIsTakenForDone(history()));
        }
    }

    @Test
    void whatWasRefusedIsNotCounted() {
        trial("1");
        raced();
        lost("BadVersionException", 1, 0);
        seen("1100", RACED, 40, "1005");

        assertThat(actual(IncrementJudge.noLostReplyIsCountedTwice(history()))).startsWith("by 1");
    }

    @Test
    void seesALostRequestThatWasTakenForDone() {
        trial("1");
        raced();
        lost("", 1, 0);
        seen("1100", RACED, 40, "1005");

        assertThat(actual(IncrementJudge.noLostRequestIsTakenForDone(history())))
                .startsWith("by 0");
        assertPass(IncrementJudge.noLostReplyIsCountedTwice(history()));
    }

    @Test
    void cannotTellWhenNobodyLookedAfterAnIncrement() {
        trial("1");
        raced();
        lost(LOSS, 1, 0);
        events.remove(history().all(Event.TreeSeen.class).get(3));
        seen("1100", RACED, 40, "1005");

        assertUnknown(IncrementJudge.noLostReplyIsCountedTwice(history()));
        assertUnknown(IncrementJudge.noLostRequestIsTakenForDone(history()));
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
        lost(LOSS, 1, 0);
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
        noted(Loss.ENDED, "did not come back within 20 s");
        seen("1100", RACED, 40, "1005");

        assertThat(actual(IncrementJudge.noLostReplyIsCountedTwice(history()))).contains("did not come back");
    }
}
