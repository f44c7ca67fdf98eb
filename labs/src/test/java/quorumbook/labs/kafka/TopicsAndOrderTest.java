package quorumbook.labs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;

class TopicsAndOrderTest {
    private static final Instant NOW = Instant.EPOCH;
    private final Given given = new TopicsAndOrder().given(5);
    private final String topic = given.value("topic");
    private final int before = given.number("partitions");
    private final int after = given.number("more");
    private final List<String> keys = TopicJudge.keys(given);
    private final String moving = keys.stream().filter(this::moves).collect(Collectors.joining(" "));
    private final String staying = keys.stream().filter(key -> !moves(key)).collect(Collectors.joining(" "));

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 42, 4711})
    void everyDrawHasAMovingAndAStayingKeyAndTwoApart(long seed) {
        Given drawn = new TopicsAndOrder().given(seed);
        List<String> names = TopicJudge.keys(drawn);
        int few = drawn.number("partitions");
        int more = drawn.number("more");

        assertThat(names).anyMatch(key -> TopicsAndOrder.partition(key, few) != TopicsAndOrder.partition(key, more));
        assertThat(names).anyMatch(key -> TopicsAndOrder.partition(key, few) == TopicsAndOrder.partition(key, more));
        assertThat(names.stream().map(key -> TopicsAndOrder.partition(key, few)).distinct())
                .hasSizeGreaterThan(1);
        assertThat(new TopicsAndOrder().given(seed)).isEqualTo(drawn);
    }

    @Test
    void acceptsTheWholeExperiment() {
        History history = new Story().right();

        assertThat(new TopicsAndOrder().checks())
                .allSatisfy(check ->
                        assertThat(check.judge().apply(history)).as(check.id()).isInstanceOf(Verdict.Pass.class));
    }

    @Test
    void refusesTheUntouchedLab() {
        Story story = new Story();
        story.partitions = 0;
        History history = story.seen();

        assertThat(fail(TopicJudge.hasItsShape(history)).actual()).contains("no topic");
        assertThat(TopicJudge.everyEventHasAKey(history)).isInstanceOf(Verdict.Fail.class);
        assertThat(OrderJudge.orderIsPerPartition(history)).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void cannotTellWithoutALook() {
        History history = new History(given, List.of());

        assertThat(TopicJudge.hasItsShape(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(TopicJudge.everyEventHasAKey(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(TopicJudge.wereForetold(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(TopicJudge.wereAddedLater(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(OrderJudge.eventsCountUp(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(OrderJudge.movesWereForetold(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(OrderJudge.movedKeysLostOrder(history)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void recognisesATopicThatABrokerCreatedByItself() {
        Story story = new Story();
        story.partitions = 1;
        story.replicas = 1;

        assertThat(fail(TopicJudge.hasItsShape(story.seen())).actual()).contains("by themselves");
    }

    @Test
    void refusesPartitionsThatWereNotAdded() {
        assertThat(fail(TopicJudge.hasItsShape(new Story().seen())).actual()).isEqualTo(before + " partitions");
    }

    @Test
    void refusesAnEventWithoutAKey() {
        Story story = new Story();
        story.log.add(new Event.LogEntry(0, 0, Optional.empty(), "1"));

        assertThat(fail(TopicJudge.everyEventHasAKey(story.seen())).actual()).contains("without a key");
    }

    @Test
    void namesTheKeysWithoutEvents() {
        Story story = new Story().send(keys.get(0), 1);

        assertThat(fail(TopicJudge.everyEventHasAKey(story.seen())).actual()).contains(keys.get(1), keys.get(2));
    }

    @Test
    void refusesAnAnswerThatWasReadOff() {
        History history = new Story()
                .threeEach(1)
                .sealed(TopicsAndOrder.PARTITIONS_BEFORE, rightPartitions())
                .seen();

        assertThat(fail(TopicJudge.wereForetold(history)).actual()).contains("read off");
    }

    @Test
    void refusesAWrongPartition() {
        String wrong = keys.stream()
                .map(key -> key + "=" + (TopicsAndOrder.partition(key, before) + 1) % before)
                .collect(Collectors.joining(" "));
        History history = new Story()
                .sealed(TopicsAndOrder.PARTITIONS_BEFORE, wrong)
                .threeEach(1)
                .seen();

        assertThat(fail(TopicJudge.wereForetold(history)).expected()).contains("your answer");
    }

    @Test
    void refusesAPartitionChosenByHand() {
        String byHand = keys.stream().map(key -> key + "=0").collect(Collectors.joining(" "));
        Story story = new Story().sealed(TopicsAndOrder.PARTITIONS_BEFORE, byHand);
        keys.forEach(key -> story.put(0, key, 1));

        assertThat(fail(TopicJudge.wereForetold(story.seen())).actual()).contains("by hand");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "all to 0", "nobody=1"})
    void refusesAnAnswerWithoutAPartitionForEachKey(String answer) {
        History history = new Story()
                .sealed(TopicsAndOrder.PARTITIONS_BEFORE, answer)
                .threeEach(1)
                .seen();

        assertThat(fail(TopicJudge.wereForetold(history)).expected()).contains("three keys");
    }

    @Test
    void anAnswerSealedForATopicThatWasDeletedLaterIsStillSealedBefore() {
        Story story = new Story().threeEach(1).sealed(TopicsAndOrder.PARTITIONS_BEFORE, rightPartitions());
        story.recreate();

        assertThat(TopicJudge.wereForetold(story.threeEach(1).seen())).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void refusesATopicThatHadAllPartitionsFromTheBeginning() {
        Story story = new Story();
        story.partitions = after;
        story.threeEach(1).sealed(TopicsAndOrder.MOVING_KEYS, moving).threeEach(4);

        assertThat(fail(TopicJudge.wereAddedLater(story.seen())).actual()).isEqualTo(after + " partitions");
    }

    @Test
    void refusesATopicThatWasCreatedAgainWithMorePartitions() {
        Story story = new Story().threeEach(1).sealed(TopicsAndOrder.MOVING_KEYS, moving);
        story.recreate();
        story.partitions = after;

        assertThat(fail(TopicJudge.wereAddedLater(story.threeEach(1).seen())).actual())
                .contains("another topic");
    }

    @Test
    void refusesTooFewEventsBefore() {
        Story story = new Story();
        keys.forEach(key -> story.send(key, 1));
        story.sealed(TopicsAndOrder.MOVING_KEYS, moving).grow();

        assertThat(fail(OrderJudge.eventsCountUp(story.threeEach(2).seen())).actual())
                .isEqualTo("1 of them");
    }

    @Test
    void refusesEventsThatCountDown() {
        Story story = new Story();
        keys.forEach(key -> LongStream.of(3, 2, 1).forEach(value -> story.send(key, (int) value)));
        story.sealed(TopicsAndOrder.MOVING_KEYS, moving);

        assertThat(fail(OrderJudge.eventsCountUp(story.seen())).actual()).contains("2 comes after 3");
    }

    @Test
    void refusesEventsThatStartAgainAtOne() {
        History history = new Story()
                .threeEach(1)
                .sealed(TopicsAndOrder.MOVING_KEYS, moving)
                .grow()
                .threeEach(1)
                .seen();

        assertThat(fail(OrderJudge.eventsCountUp(history)).actual()).contains("the values");
    }

    @Test
    void refusesTooFewEventsAfter() {
        History history = new Story()
                .threeEach(1)
                .sealed(TopicsAndOrder.MOVING_KEYS, moving)
                .grow()
                .seen();

        assertThat(fail(OrderJudge.movesWereForetold(history)).actual()).isEqualTo("0 of them");
    }

    @Test
    void refusesAProducerThatHadNotHeardOfTheNewPartitions() {
        Story story = new Story()
                .threeEach(1)
                .sealed(TopicsAndOrder.MOVING_KEYS, moving)
                .threeEach(4);
        story.grow();

        assertThat(fail(OrderJudge.movesWereForetold(story.seen())).actual()).contains("had not heard");
    }

    @Test
    void acceptsAProducerThatHeardOfTheNewPartitionsInBetween() {
        Story story = new Story()
                .threeEach(1)
                .sealed(TopicsAndOrder.MOVING_KEYS, moving)
                .threeEach(4);
        story.grow();

        assertThat(OrderJudge.movesWereForetold(story.threeEach(7).seen())).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void refusesTheWrongMovingKeys() {
        History all = experiment(String.join(" ", keys));
        History none = experiment("none");
        History nonsense = experiment("some");

        assertThat(fail(OrderJudge.movesWereForetold(all)).actual()).contains(moving.split(" "));
        assertThat(fail(OrderJudge.movesWereForetold(none)).expected()).contains("none");
        assertThat(fail(OrderJudge.movesWereForetold(nonsense)).actual()).isEqualTo("some");
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic", "key", "everywhere"})
    void refusesOrderWithinAnythingElseThanAPartition(String answer) {
        History history =
                new Story().sealed(TopicsAndOrder.ORDER_WITHIN, answer).seen();

        assertThat(OrderJudge.orderIsPerPartition(history)).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void refusesTheClaimThatAKeyKeepsItsOrderAcrossTheChange() {
        Story story = new Story();
        story.inOrder = String.join(" ", keys);

        assertThat(fail(OrderJudge.movedKeysLostOrder(story.right())).actual()).contains(staying.split(" "));
    }

    private History experiment(String movingKeys) {
        return new Story()
                .threeEach(1)
                .sealed(TopicsAndOrder.MOVING_KEYS, movingKeys)
                .grow()
                .threeEach(4)
                .seen();
    }

    private boolean moves(String key) {
        return TopicsAndOrder.partition(key, before) != TopicsAndOrder.partition(key, after);
    }

    private String rightPartitions() {
        return keys.stream()
                .map(key -> key + "=" + TopicsAndOrder.partition(key, before))
                .collect(Collectors.joining(" "));
    }

    private static Verdict.Fail fail(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Fail.class);
        return (Verdict.Fail) verdict;
    }

    /** A topic as our look would find it. */
    private final class Story {
        private final List<Event> events = new ArrayList<>();
        private final List<Event.LogEntry> log = new ArrayList<>();
        private String inOrder = staying;
        private String id = "first";
        private int partitions = before;
        private int replicas = 3;

        History right() {
            sealed(TopicsAndOrder.PARTITIONS_BEFORE, rightPartitions());
            threeEach(1).sealed(TopicsAndOrder.MOVING_KEYS, moving).grow().threeEach(4);
            sealed(TopicsAndOrder.ORDER_WITHIN, "partition").sealed(TopicsAndOrder.STILL_IN_ORDER, inOrder);
            return seen();
        }

        Story threeEach(int from) {
            IntStream.range(from, from + 3).forEach(value -> keys.forEach(key -> send(key, value)));
            return this;
        }

        Story send(String key, int value) {
            return put(TopicsAndOrder.partition(key, partitions), key, value);
        }

        Story put(int partition, String key, int value) {
            log.add(new Event.LogEntry(partition, end(partition), Optional.of(key), Integer.toString(value)));
            return this;
        }

        private long end(int partition) {
            return log.stream().filter(entry -> entry.partition() == partition).count();
        }

        Story grow() {
            partitions = after;
            return this;
        }

        void recreate() {
            id = "second";
            log.clear();
        }

        Story sealed(String question, String answer) {
            Map<String, String> situation = new LinkedHashMap<>();
            situation.put(Moment.TOPIC_ID, id);
            situation.put(Moment.PARTITIONS, Integer.toString(partitions));
            IntStream.range(0, partitions)
                    .forEach(partition -> situation.put(Moment.END + partition, Long.toString(end(partition))));
            events.add(new Event.Predicted(NOW, question, answer, situation));
            return this;
        }

        History seen() {
            events.add(new Event.TopicSeen(
                    NOW,
                    topic,
                    id,
                    IntStream.range(0, partitions)
                            .mapToObj(number -> new Event.Partition(number, replicas))
                            .toList()));
            events.add(new Event.LogSeen(
                    NOW,
                    topic,
                    log.stream()
                            .sorted(Comparator.comparingInt(Event.LogEntry::partition)
                                    .thenComparingLong(Event.LogEntry::offset))
                            .toList()));
            return new History(given, events);
        }
    }
}
