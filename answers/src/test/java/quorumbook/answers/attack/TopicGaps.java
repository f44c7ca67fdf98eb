package quorumbook.answers.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Operation;
import quorumbook.labs.history.Operations;
import quorumbook.labs.history.Position;
import quorumbook.labs.history.Request;

/** What may be missing of looks at topics, or be otherwise. */
final class TopicGaps extends Retelling {
    TopicGaps(History history, BiConsumer<String, Stream<? extends Event>> add) {
        super(history, add);
    }

    void tell() {
        Map<String, Event.LogSeen> logs = new LinkedHashMap<>();
        history.all(Event.LogSeen.class).forEach(log -> logs.put(log.topic(), log));
        logs.forEach((topic, last) -> {
            without("the last log of " + topic, event -> event == last);
            without(
                    "any log of " + topic,
                    event -> event instanceof Event.LogSeen log && log.topic().equals(topic));
            told("that read one record less of " + topic, events().map(event -> event == last ? shorter(last) : event));
            told("in which " + topic + " lost nothing", events().map(event -> event == last ? whole(last) : event));
        });
        Map<String, Event.PartitionSeen> partitions = new LinkedHashMap<>();
        history.all(Event.PartitionSeen.class)
                .forEach(seen -> partitions.put(seen.topic() + "-" + seen.partition(), seen));
        partitions.forEach((partition, last) -> {
            without("the last look at " + partition, event -> event == last);
            told(
                    "that saw one replica of " + partition + " out of sync",
                    events().map(event ->
                            event instanceof Event.PartitionSeen seen && isOf(seen, last) ? outOfSync(seen) : event));
        });
    }

    /** With every record that was acknowledged: a fault that loses nothing shows nothing. */
    private Event whole(Event.LogSeen log) {
        List<Event.LogEntry> entries = new ArrayList<>(log.entries());
        List<Operation> sends = Operations.of(history)
                .where(operation -> operation.isOk()
                        && operation.request().what() == Request.What.SEND
                        && operation.request().target().equals(log.topic()));
        for (Operation send : sends) {
            String value = send.request().value().orElse("");
            if (entries.stream().noneMatch(entry -> entry.value().equals(value))) {
                long offset = send.position().map(Position::at).orElse((long) entries.size());
                entries.removeIf(entry -> entry.offset() == offset);
                entries.add(new Event.LogEntry(0, offset, send.request().key(), value));
            }
        }
        return new Event.LogSeen(log.at(), log.topic(), entries);
    }

    private static boolean isOf(Event.PartitionSeen seen, Event.PartitionSeen other) {
        return seen.topic().equals(other.topic()) && seen.partition() == other.partition();
    }

    private static Event shorter(Event.LogSeen log) {
        return log.entries().isEmpty()
                ? log
                : new Event.LogSeen(
                        log.at(),
                        log.topic(),
                        log.entries().subList(0, log.entries().size() - 1));
    }

    private static Event outOfSync(Event.PartitionSeen seen) {
        List<Event.Replica> replicas = new ArrayList<>();
        boolean one = false;
        for (Event.Replica replica : seen.replicas()) {
            boolean out = !one && replica.inSync();
            one |= out;
            replicas.add(
                    out
                            ? new Event.Replica(replica.broker(), false, replica.logEnd(), replica.highWatermark())
                            : replica);
        }
        return new Event.PartitionSeen(
                seen.at(), seen.topic(), seen.partition(), seen.leader(), seen.leaderEpoch(), replicas);
    }
}
