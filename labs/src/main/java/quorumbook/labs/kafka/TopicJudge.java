package quorumbook.labs.kafka;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;

/** Judges the topic's shape and where the keys' first events went. */
final class TopicJudge {
    private TopicJudge() {}

    static Verdict hasItsShape(History history) {
        Optional<Event.TopicSeen> seen = history.last(Event.TopicSeen.class);
        if (seen.isEmpty()) {
            return unseen();
        }
        Event.TopicSeen topic = seen.get();
        int wanted = history.given().number("more");
        int found = topic.partitions().size();
        String see = "kafka-topics --describe --topic " + topic.topic();
        if (found == 0) {
            return Verdict.fail("topic " + topic.topic(), "there is no topic of that name", "kafka-topics --list")
                    .at(history, topic);
        }
        Optional<Event.Partition> odd = topic.partitions().stream()
                .filter(partition -> partition.replicas() != TopicsAndOrder.REPLICAS)
                .findFirst();
        if (odd.isPresent()) {
            return Verdict.fail(
                            TopicsAndOrder.REPLICAS + " replicas for each partition",
                            "partition " + odd.get().number() + " of " + found + " has "
                                    + odd.get().replicas()
                                    + byItself(found, odd.get().replicas()),
                            see)
                    .at(history, topic);
        }
        return found == wanted
                ? Verdict.pass(found + " partitions, " + TopicsAndOrder.REPLICAS + " replicas each")
                : Verdict.fail(
                                wanted + " partitions in the end",
                                found == 1 ? "one partition" : found + " partitions",
                                see)
                        .at(history, topic);
    }

    private static String byItself(int partitions, int replicas) {
        return partitions == 1 && replicas == 1
                ? "; so do brokers create a topic by themselves when a client asks for an unknown one"
                : "";
    }

    static Verdict everyEventHasAKey(History history) {
        Optional<Event.LogSeen> log = history.last(Event.LogSeen.class);
        if (log.isEmpty()) {
            return unseen();
        }
        String see = "kafka-console-consumer --topic " + log.get().topic()
                + " --from-beginning --timeout-ms 3000 --formatter-property print.key=true";
        long keyless = log.get().entries().stream()
                .filter(entry -> entry.key().isEmpty())
                .count();
        if (keyless > 0) {
            // Not in which partition: that is for the producer to draw.
            return Verdict.fail(
                            "a key in every event",
                            keyless + " of " + log.get().entries().size()
                                    + " without a key; such events go where the producer likes",
                            see)
                    .at(history, log.get());
        }
        List<String> missing = keys(history.given()).stream()
                .filter(key -> log.get().of(key).isEmpty())
                .toList();
        return missing.isEmpty()
                ? Verdict.pass(log.get().entries().size() + " events, all with a key")
                : Verdict.fail(
                                "events with the keys " + String.join(", ", keys(history.given())),
                                "none with " + String.join(", ", missing),
                                see)
                        .at(history, log.get());
    }

    static Verdict wereForetold(History history) {
        Optional<Event.TopicSeen> topic = history.last(Event.TopicSeen.class);
        Optional<Event.LogSeen> log = history.last(Event.LogSeen.class);
        if (topic.isEmpty() || log.isEmpty()) {
            return unseen();
        }
        Given given = history.given();
        String command = "/predict " + TopicsAndOrder.PARTITIONS_BEFORE + " "
                + String.join(
                        " ",
                        keys(given).stream().map(key -> key + "=<partition>").toList());
        Optional<Event.Predicted> sealed = history.prediction(TopicsAndOrder.PARTITIONS_BEFORE);
        if (sealed.isEmpty()) {
            return Verdict.fail("an answer sealed before the first event", "no answer yet", command);
        }
        Optional<Map<String, Integer>> foretold =
                Answers.partitions(sealed.get().answer(), keys(given));
        if (foretold.isEmpty()) {
            return Verdict.fail(
                            "a partition for each of the three keys",
                            sealed.get().answer(),
                            command)
                    .at(history, sealed.get());
        }
        for (String key : keys(given)) {
            Optional<Verdict> wrong = misplaced(
                    given,
                    topic.get(),
                    log.get().of(key),
                    new Moment(sealed.get()),
                    Objects.requireNonNull(foretold.get().get(key)));
            if (wrong.isPresent()) {
                return wrong.get().at(history, sealed.get());
            }
        }
        return Verdict.pass("foretold and found: " + foretold.get());
    }

    private static Optional<Verdict> misplaced(
            Given given, Event.TopicSeen topic, List<Event.LogEntry> entries, Moment sealing, int foretold) {
        if (entries.isEmpty()) {
            return Optional.of(unseen());
        }
        String see = "kafka-get-offsets --topic " + topic.topic();
        String key = entries.get(0).key().orElseThrow();
        if (entries.stream().anyMatch(entry -> sealing.hadSeen(topic, entry))) {
            return Optional.of(Verdict.fail(
                    "the answer sealed before the first event with key " + key,
                    "such events were there already: the answer was read off, not foretold",
                    see));
        }
        int chosen = TopicsAndOrder.partition(key, given.number("partitions"));
        Event.LogEntry first = first(entries);
        if (first.partition() != chosen) {
            return Optional.of(Verdict.fail(
                    "the first event with key " + key + " where the key puts it among " + given.number("partitions")
                            + " partitions: " + chosen,
                    "it is in partition " + first.partition()
                            + ": were there other partitions then, or was one chosen by hand?",
                    see));
        }
        return foretold == chosen
                ? Optional.empty()
                : Optional.of(Verdict.fail(
                        "your answer for " + key + ", " + foretold + ", is where its events went",
                        "they went to partition " + chosen,
                        see));
    }

    /** The event that counts 1; failing that, the one with the lowest offset. */
    static Event.LogEntry first(List<Event.LogEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.value().equals("1"))
                .findFirst()
                .orElse(entries.get(0));
    }

    static Verdict wereAddedLater(History history) {
        Optional<Event.TopicSeen> topic = history.last(Event.TopicSeen.class);
        if (topic.isEmpty()) {
            return unseen();
        }
        int before = history.given().number("partitions");
        String see = "kafka-topics --describe --topic " + topic.get().topic();
        Optional<Event.Predicted> sealed = history.prediction(TopicsAndOrder.MOVING_KEYS);
        if (sealed.isEmpty()) {
            return Verdict.fail(
                    "an answer sealed while the topic has " + before + " partitions",
                    "no answer yet",
                    "/predict " + TopicsAndOrder.MOVING_KEYS + " <keys>");
        }
        Moment moment = new Moment(sealed.get());
        if (!moment.isOf(topic.get())) {
            return Verdict.fail(
                            "the topic of that moment, with more partitions",
                            "another topic of the same name, created later",
                            see)
                    .at(history, topic.get());
        }
        return moment.partitions() == before
                ? Verdict.pass(
                        before + " partitions then, " + topic.get().partitions().size() + " now")
                : Verdict.fail(
                                before + " partitions when the answer about moving keys was sealed",
                                moment.partitions() + " partitions",
                                see)
                        .at(history, sealed.get());
    }

    static List<String> keys(Given given) {
        return TopicsAndOrder.KEYS.stream().map(given::value).toList();
    }

    static Verdict unseen() {
        return Verdict.unknown("nobody saw the topic at this check", "/check again");
    }
}
