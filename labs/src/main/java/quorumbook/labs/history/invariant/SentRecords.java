package quorumbook.labs.history.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Operation;
import quorumbook.labs.history.Operations;
import quorumbook.labs.history.Position;
import quorumbook.labs.history.Request;

/**
 * What was sent to a topic, beside the last look at its partitions.
 *
 * @param sends in the order in which they began
 * @param index that of the look's event
 */
public record SentRecords(String topic, List<Operation> sends, Event.LogSeen log, int index, History history) {
    /** A record's content; two records of the same content cannot be told apart by it. */
    record Content(Optional<String> key, Optional<String> value) {
        static Content of(Operation send) {
            return new Content(send.request().key(), send.request().value());
        }

        static Content of(Event.LogEntry entry) {
            return new Content(entry.key(), Optional.of(entry.value()));
        }
    }

    public SentRecords {
        sends = List.copyOf(sends);
    }

    /** Empty if nobody looked at the topic. */
    public static Optional<SentRecords> of(History history, String topic) {
        for (int index = history.events().size() - 1; index >= 0; index--) {
            if (history.events().get(index) instanceof Event.LogSeen log
                    && log.topic().equals(topic)) {
                List<Operation> sends = Operations.of(history)
                        .where(operation -> operation.request().what() == Request.What.SEND
                                && operation.request().target().equals(topic));
                return Optional.of(new SentRecords(topic, sends, log, index, history));
            }
        }
        return Optional.empty();
    }

    /** Those that had been acknowledged when the look began. */
    public List<Operation> acknowledged() {
        return sends.stream().filter(this::isAcknowledged).toList();
    }

    private boolean isAcknowledged(Operation send) {
        return send.isOk()
                && send.ended() < index
                && !history.events().get(send.ended()).at().isAfter(log.at());
    }

    /** Acknowledged, and not where the broker said that it put them, or nowhere if it did not say. */
    public List<Operation> lost() {
        Map<Content, Integer> found = counts();
        Map<Position, Content> places = places();
        Map<Content, Integer> claimed = new LinkedHashMap<>();
        List<Operation> lost = new ArrayList<>();
        for (Operation send : acknowledged()) {
            Content content = Content.of(send);
            int before = claimed.merge(content, 1, Integer::sum);
            if (before > found.getOrDefault(content, 0) || isDisplaced(send, places)) {
                lost.add(send);
            }
        }
        return List.copyOf(lost);
    }

    private static boolean isDisplaced(Operation send, Map<Position, Content> places) {
        return send.position()
                .filter(position -> !Content.of(send).equals(places.get(position)))
                .isPresent();
    }

    private Map<Position, Content> places() {
        Map<Position, Content> places = new HashMap<>();
        log.entries()
                .forEach(entry ->
                        places.put(Position.offset(topic, entry.partition(), entry.offset()), Content.of(entry)));
        return places;
    }

    /** How often each content is in the topic. */
    Map<Content, Integer> counts() {
        Map<Content, Integer> counts = new LinkedHashMap<>();
        log.entries().forEach(entry -> counts.merge(Content.of(entry), 1, Integer::sum));
        return counts;
    }

    /** An acknowledged record that has a twin of unknown fate: which of the two was found, nobody can tell. */
    Optional<Operation> doubtful() {
        return acknowledged().stream()
                .filter(send -> send.position().isEmpty())
                .filter(send -> sends.stream()
                        .anyMatch(other -> !other.equals(send)
                                && other.mayHaveHappened()
                                && !isAcknowledged(other)
                                && Content.of(other).equals(Content.of(send))))
                .findFirst();
    }
}
