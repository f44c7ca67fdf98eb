package quorumbook.labs.kafka;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/** Judges what is there before brokers die: brokers, replicas, settings, and a table to compare with. */
final class ReplicaJudge {
    private ReplicaJudge() {}

    /** Whether the experiment can be compared with anything. */
    static boolean isReady(History history) {
        List<Function<History, Verdict>> needed = List.of(
                ReplicaJudge::everyBrokerRuns,
                ReplicaJudge::aReplicaOnEachBroker,
                ReplicaJudge::minimumIsAsAsked,
                ReplicaJudge::tableIsFilledIn,
                ByHand::twoDiedOneByOne);
        return needed.stream().allMatch(judge -> judge.apply(history) instanceof Verdict.Pass);
    }

    static Verdict everyBrokerRuns(History history) {
        Optional<String> down = history.noted(ReplicaLook.DOWN);
        if (down.isEmpty()) {
            return Verdict.unknown("nobody looked at the brokers", "/check again");
        }
        return down.get().isEmpty()
                ? Verdict.pass("all three run")
                : Verdict.fail(
                                "all brokers run: the check kills one after the other, and waits each time until it has left the ISR",
                                "down: " + down.get() + "; dead at the same moment is another experiment",
                                "/start " + down.get().replace(",", ""))
                        .atNoted(history, ReplicaLook.DOWN);
    }

    static Verdict aReplicaOnEachBroker(History history) {
        for (String name : List.of("one", "two")) {
            String topic = history.given().value(name);
            List<Event.PartitionSeen> partitions = partitions(history, topic);
            String see = "kafka-topics --describe --topic " + topic;
            String expected = topic + " with one partition on brokers 1, 2 and 3";
            if (partitions.isEmpty()) {
                return Verdict.fail(expected, "there is no such topic", "kafka-topics --list")
                        .atNoted(history, ReplicaLook.DOWN);
            }
            List<Integer> brokers = partitions.get(0).replicas().stream()
                    .map(Event.Replica::broker)
                    .sorted()
                    .distinct()
                    .toList();
            if (partitions.size() != 1 || brokers.size() != NMinusOne.BROKERS) {
                return Verdict.fail(expected, inWords(partitions, brokers), see)
                        .at(history, partitions.toArray(Event[]::new));
            }
            if (!ReplicaLook.isInSync(partitions.get(0))) {
                return Verdict.unknown("not every replica of " + topic + " is in sync yet", "/check again in a moment");
            }
        }
        return Verdict.pass("both have a replica on each broker, all in sync");
    }

    private static String inWords(List<Event.PartitionSeen> partitions, List<Integer> brokers) {
        if (partitions.size() != 1) {
            return partitions.size() + " partitions";
        }
        // Which broker it is was left to the brokers.
        return brokers.size() == 1
                ? "one replica: when its broker dies, everything is gone"
                : "replicas on " + brokers.size() + " brokers: "
                        + brokers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** As the topic was last looked at: a look that finds nothing leaves no event. */
    private static List<Event.PartitionSeen> partitions(History history, String topic) {
        int from = lookBegan(history);
        return history.events().subList(from, history.events().size()).stream()
                .filter(Event.PartitionSeen.class::isInstance)
                .map(Event.PartitionSeen.class::cast)
                .filter(seen -> seen.topic().equals(topic))
                .collect(Collectors.toMap(Event.PartitionSeen::partition, seen -> seen, (first, later) -> first))
                .values()
                .stream()
                .toList();
    }

    private static int lookBegan(History history) {
        return history.lastNoted(ReplicaLook.DOWN).orElse(history.events().size());
    }

    static Verdict minimumIsAsAsked(History history) {
        for (String name : List.of("one", "two")) {
            String topic = history.given().value(name);
            String wanted = Integer.toString(NMinusOne.minimum(name));
            Optional<String> found = history.noted(ReplicaLook.minimumOf(topic));
            if (found.isEmpty()) {
                return Verdict.unknown("nobody has read the settings of " + topic, "/check again");
            }
            if (!found.get().equals(wanted)) {
                return Verdict.fail(
                                topic + " with min.insync.replicas=" + wanted,
                                "min.insync.replicas=" + found.get(),
                                "kafka-configs --describe --all --entity-type topics --entity-name " + topic)
                        .atNoted(history, ReplicaLook.minimumOf(topic));
            }
        }
        return Verdict.pass("min.insync.replicas is 1 and 2");
    }

    static Verdict tableIsFilledIn(History history) {
        for (String question :
                List.of(NMinusOne.WRITES_ONE, NMinusOne.WRITES_TWO, NMinusOne.READS_ONE, NMinusOne.READS_TWO)) {
            Optional<String> answer = history.prediction(question).map(Event.Predicted::answer);
            if (answer.flatMap(TableRow::parse).isEmpty()) {
                return Verdict.fail(
                                "a row " + question + ": yes or no for 0, 1, 2 and 3 dead brokers",
                                answer.orElse("no answer yet"),
                                "/predict " + question + " yes no yes no")
                        .atAnswer(history, question);
            }
        }
        Optional<String> lost = history.prediction(NMinusOne.LOST).map(Event.Predicted::answer);
        return lost.flatMap(TableRow::count).isPresent()
                ? Verdict.pass("five rows, sealed before a broker died")
                : Verdict.fail(
                                "a row " + NMinusOne.LOST + ": a number, or none",
                                lost.orElse("no answer yet"),
                                "/predict " + NMinusOne.LOST + " 7")
                        .atAnswer(history, NMinusOne.LOST);
    }
}
