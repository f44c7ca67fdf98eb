package quorumbook.labs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quorumbook.labs.Check;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Request;
import quorumbook.labs.history.Waited;

/** Trials told by hand. */
class AcksTest {
    private static final Lost NONE = new Lost(0, 100, 100, 0);
    private static final Lost IDLE = new Lost(0, 0, 0, 0);

    private final Acks lab = new Acks();
    private final String topic = lab.given(1).value(Acks.TOPIC);
    private final List<Event> events = new ArrayList<>();
    private long operation;

    @Test
    void acceptsAWholeTrial() {
        answers("yes", "yes", "no");
        whole(NONE);

        assertThat(verdicts()).allMatch(Verdict.Pass.class::isInstance);
    }

    @Test
    void judgesTheLastTrialOnItsOwn() {
        answers("yes", "yes", "no");
        begins();
        round(1, new Lost(7, 100, 100, 0));
        whole(NONE);

        assertThat(verdicts()).allMatch(Verdict.Pass.class::isInstance);
    }

    @Test
    void cannotTellWithoutATrial() {
        assertThat(verdicts()).allMatch(Verdict.Unknown.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void refusesRecordsThatWereReportedAndAreNotThereAfterAnyRound(int last) {
        begins();
        IntStream.range(1, last).forEach(round -> round(round, NONE));
        round(last, new Lost(3, 100, 100, 0));

        Verdict.Fail fail = fail(AcksJudge::noAcknowledgedRecordIsLost);
        assertThat(fail.actual())
                .isEqualTo("lost in round " + last + " are records that were reported, such as 0-997 of sender 1");
        assertThat(fail.events()).contains(lastLookAt(topic));
    }

    /** It had survived the first two deaths. */
    @Test
    void refusesWhatIsLostLongAfterItWasAcknowledged() {
        begins();
        round(1, NONE);
        round(2, NONE);
        round(3, new Lost(1, 100, 100, 0));

        assertThat(fail(AcksJudge::noAcknowledgedRecordIsLost).actual()).startsWith("lost in round 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void cannotTellUntilTheLeaderHasDiedOftenEnough(int rounds) {
        begins();
        IntStream.rangeClosed(1, rounds).forEach(round -> round(round, NONE));

        assertThat(AcksJudge.noAcknowledgedRecordIsLost(history())).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void cannotTellOfARoundAfterWhichNobodyReadTheTopic() {
        whole(NONE);
        events.remove(lastLookAt(topic));

        assertThat(AcksJudge.noAcknowledgedRecordIsLost(history())).isInstanceOf(Verdict.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void cannotTellWhenARoundLostNothingAndNoOtherCameForIt(int idle) {
        begins();
        IntStream.rangeClosed(1, AcksRound.ROUNDS).forEach(round -> round(round, round == idle ? IDLE : NONE));

        assertThat(AcksJudge.noAcknowledgedRecordIsLost(history())).isInstanceOf(Verdict.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void countsOnlyRoundsThatTookSomething(int idle) {
        answers("yes", "yes", "no");
        begins();
        IntStream.rangeClosed(1, AcksRound.ROUNDS + 1).forEach(round -> round(round, round == idle ? IDLE : NONE));

        assertThat(verdicts()).allMatch(Verdict.Pass.class::isInstance);
    }

    @Test
    void cannotTellWhenNoRoundLostAnything() {
        answers("yes", "yes", "no");
        whole(IDLE);

        assertThat(AcksJudge.noAcknowledgedRecordIsLost(history())).isInstanceOf(Verdict.Unknown.class);
        assertThat(AcksJudge.youForetoldTheLosses(history())).isInstanceOf(Verdict.Unknown.class);
    }

    /** What a paused follower had asked for is delivered to it when it wakes. */
    @Test
    void cannotTellWhenTheUnacknowledgedOnesSurvived() {
        answers("yes", "yes", "no");
        whole(new Lost(0, 0, 100, 0));

        assertThat(AcksJudge.youForetoldTheLosses(history())).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void cannotTellWhenNothingProvesAFault() {
        answers("yes", "yes", "no");
        whole(NONE);
        events.add(new Event.Unproved(now(), "kafka2 paused", "it answered"));

        assertThat(AcksJudge.noAcknowledgedRecordIsLost(history())).isInstanceOf(Verdict.Unknown.class);
        assertThat(AcksJudge.youForetoldTheLosses(history())).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void cannotTellWhenNobodyReadWhatAcksAllKept() {
        answers("yes", "yes", "no");
        whole(NONE);
        events.remove(lastLookAt(AcksSenders.topic("all", "0", AcksRound.ROUNDS)));

        assertThat(AcksJudge.youForetoldTheLosses(history())).isInstanceOf(Verdict.Unknown.class);
    }

    /** Whose records were lost in the first round has seen what each acks loses. */
    @Test
    void comparesTheAnswersAfterOneRoundToo() {
        answers("yes", "yes", "no");
        begins();
        round(1, new Lost(3, 100, 100, 0));

        assertThat(AcksJudge.youForetoldTheLosses(history())).isInstanceOf(Verdict.Pass.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "1, 1, 2", "1, 3, 1", "1, 3, 3", "2, 3, 2"})
    void refusesAnotherTopic(int partitions, int replicas, String minimum) {
        note(AcksJudge.TRIAL, "0");
        seen(partitions, replicas);
        note(AcksJudge.MINIMUM, minimum);

        assertThat(AcksJudge.topicKeepsThreeCopies(history())).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void refusesWhatCannotBeCalled() {
        note(AcksJudge.TRIAL, "0");
        note(AcksJudge.NOT_RUNNABLE, "there is no method send");

        assertThat(fail(AcksJudge::recordsAreAcknowledged).actual()).isEqualTo("there is no method send");
    }

    @Test
    void refusesTooFewReports() {
        note(AcksJudge.TRIAL, "0");
        note(AcksJudge.STRANGE, "acknowledged all of them");
        note(AcksJudge.IN_PEACE, "999");
        note(AcksJudge.END_IN_PEACE, "returned");

        assertThat(fail(AcksJudge::recordsAreAcknowledged).actual())
                .isEqualTo("fewer were reported, and send returned; it also reported: acknowledged all of them");
    }

    /** A producer gives up records that brokers could not answer for. */
    @Test
    void chargesNobodyWithTooFewReportsOnAStarvedMachine() {
        note(AcksJudge.TRIAL, "0");
        note(AcksJudge.END_IN_PEACE, "returned");
        Waited starved = new Waited(4_000, 100, 200, 2);
        events.add(new Event.Noted(now(), AcksJudge.IN_PEACE, "441", Optional.of(starved)));

        assertThat(AcksJudge.recordsAreAcknowledged(history())).isInstanceOf(Verdict.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "no, yes, no, acks-0",
        "yes, no, no, acks-1",
        "yes, yes, yes, acks-all",
        "yes, maybe, no, the answer maybe"
    })
    void comparesTheAnswersWithWhatHappened(String zero, String one, String all, String said) {
        answers(zero, one, all);
        whole(NONE);

        assertThat(fail(AcksJudge::youForetoldTheLosses).actual()).contains(said);
    }

    @Test
    void asksForTheAnswerThatIsMissing() {
        whole(NONE);

        assertThat(fail(AcksJudge::youForetoldTheLosses).see()).isEqualTo("/predict acks-0 <yes or no>");
    }

    private void answers(String zero, String one, String all) {
        List.of("acks-0=" + zero, "acks-1=" + one, "acks-all=" + all).forEach(answer -> {
            String[] words = answer.split("=");
            events.add(new Event.Predicted(now(), words[0], words[1], Map.of()));
        });
    }

    /** So many of 1000 records of the learner's are lost in a round, and of 100 of ours with each acks. */
    private record Lost(int ofTheLearners, int withZero, int withOne, int withAll) {}

    private void whole(Lost inEachRound) {
        begins();
        IntStream.rangeClosed(1, AcksRound.ROUNDS).forEach(round -> round(round, inEachRound));
    }

    private void begins() {
        note(AcksJudge.TRIAL, "0");
        seen(1, 3);
        note(AcksJudge.MINIMUM, "2");
        send(topic, AcksStory.MANY);
        note(AcksJudge.IN_PEACE, "1000");
        note(AcksJudge.END_IN_PEACE, "returned");
    }

    private void round(int number, Lost lost) {
        note(AcksRound.ROUND, Integer.toString(number));
        sendAndRead(AcksSenders.topic("0", "0", number), lost.withZero());
        sendAndRead(AcksSenders.topic("1", "0", number), lost.withOne());
        sendAndRead(AcksSenders.topic("all", "0", number), lost.withAll());
        read(topic, AcksStory.MANY - lost.ofTheLearners());
    }

    private void sendAndRead(String where, int lost) {
        send(where, 100);
        read(where, 100 - lost);
    }

    private void send(String where, int count) {
        for (int number = 0; number < count; number++) {
            operation++;
            Request send =
                    new Request(Request.What.SEND, where, Optional.empty(), Optional.of("0-" + number), Map.of());
            events.add(new Event.Invoked(now(), operation, "sender 1", send));
            events.add(new Event.Ended(now(), operation, Outcome.ok()));
        }
    }

    private void read(String where, int count) {
        List<Event.LogEntry> entries = IntStream.range(0, count)
                .mapToObj(number -> new Event.LogEntry(0, number, Optional.empty(), "0-" + number))
                .toList();
        events.add(new Event.LogSeen(now(), where, entries));
    }

    private int lastLookAt(String where) {
        return IntStream.range(0, events.size())
                .filter(index -> events.get(index) instanceof Event.LogSeen log
                        && log.topic().equals(where))
                .max()
                .orElseThrow();
    }

    private void seen(int partitions, int replicas) {
        List<Event.Partition> all = IntStream.range(0, partitions)
                .mapToObj(number -> new Event.Partition(number, replicas))
                .toList();
        events.add(new Event.TopicSeen(now(), topic, partitions == 0 ? "" : "id", all));
    }

    private void note(String name, String value) {
        events.add(new Event.Noted(now(), name, value));
    }

    private Instant now() {
        return Instant.EPOCH.plusMillis(events.size());
    }

    private History history() {
        return new History(lab.given(1), events);
    }

    private List<Verdict> verdicts() {
        return lab.checks().stream()
                .map(Check::judge)
                .map(judge -> judge.apply(history()))
                .toList();
    }

    private Verdict.Fail fail(Function<History, Verdict> judge) {
        Verdict verdict = judge.apply(history());
        assertThat(verdict).isInstanceOf(Verdict.Fail.class);
        return (Verdict.Fail) verdict;
    }
}
