package quorumbook.labs.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/** Judges the order of each key's events, and what more partitions did to it. */
final class OrderJudge {
    /** With fewer events than this, before or after, nobody sees an order. */
    static final int LEAST = 3;

    private static final List<String> WITHIN = List.of("topic", "key", "partition");

    private OrderJudge() {}

    /** A key's events before and after the answer about moving keys was sealed. */
    private record Halves(String key, List<Event.LogEntry> before, List<Event.LogEntry> after) {
        boolean movedBy(Event.LogEntry last) {
            return before.get(0).partition() != last.partition();
        }
    }

    private static Optional<List<Halves>> halves(History history) {
        Optional<Event.TopicSeen> topic = history.last(Event.TopicSeen.class);
        Optional<Event.LogSeen> log = history.last(Event.LogSeen.class);
        Optional<Event.Predicted> sealed = history.prediction(TopicsAndOrder.MOVING_KEYS);
        if (topic.isEmpty() || log.isEmpty() || sealed.isEmpty()) {
            return Optional.empty();
        }
        Moment moment = new Moment(sealed.get());
        return Optional.of(TopicJudge.keys(history.given()).stream()
                .map(key -> {
                    Map<Boolean, List<Event.LogEntry>> seen = log.get().of(key).stream()
                            .collect(Collectors.partitioningBy(entry -> moment.hadSeen(topic.get(), entry)));
                    return new Halves(key, seen.getOrDefault(true, List.of()), seen.getOrDefault(false, List.of()));
                })
                .toList());
    }

    static Verdict eventsCountUp(History history) {
        Optional<List<Halves>> all = halves(history);
        if (all.isEmpty()) {
            return TopicJudge.unseen();
        }
        String see = see(history);
        for (Halves half : all.get()) {
            if (half.before().size() < LEAST) {
                return Verdict.fail(
                                LEAST + " events or more with key " + half.key() + " before partitions were added",
                                half.before().size() + " of them",
                                see)
                        .atLast(history, Event.LogSeen.class);
            }
            List<Event.LogEntry> both = new ArrayList<>(half.before());
            both.addAll(half.after());
            Optional<String> wrong = disorder(half.before()).or(() -> disorder(both));
            if (wrong.isPresent()) {
                return Verdict.fail(
                                "the events with key " + half.key() + " count 1, 2, 3 and so on, in this order",
                                wrong.get(),
                                see)
                        .atLast(history, Event.LogSeen.class);
            }
        }
        return Verdict.pass("each key's events count up in each partition");
    }

    /** What is wrong with entries that should be 1 to n, and rise within each partition; they come in offset order. */
    private static Optional<String> disorder(List<Event.LogEntry> entries) {
        List<String> values = entries.stream().map(Event.LogEntry::value).toList();
        Set<String> wanted = IntStream.rangeClosed(1, values.size())
                .mapToObj(Integer::toString)
                .collect(Collectors.toSet());
        if (!wanted.equals(Set.copyOf(values))) {
            return Optional.of("the values " + String.join(", ", values));
        }
        Map<Integer, Integer> last = new HashMap<>();
        for (Event.LogEntry entry : entries) {
            int value = Integer.parseInt(entry.value());
            Integer previous = last.put(entry.partition(), value);
            if (previous != null && previous > value) {
                return Optional.of("in partition " + entry.partition() + ", " + value + " comes after " + previous);
            }
        }
        return Optional.empty();
    }

    static Verdict movesWereForetold(History history) {
        Optional<List<Halves>> all = halves(history);
        if (all.isEmpty()) {
            return TopicJudge.unseen();
        }
        Set<String> moved = new TreeSet<>();
        for (Halves half : all.get()) {
            if (half.before().isEmpty() || half.after().size() < LEAST) {
                return Verdict.fail(
                                LEAST + " events or more with key " + half.key() + " after partitions were added",
                                half.after().size() + " of them",
                                see(history))
                        .atLast(history, Event.LogSeen.class);
            }
            Event.LogEntry last = last(half.after());
            int chosen = TopicsAndOrder.partition(half.key(), history.given().number("more"));
            if (last.partition() != chosen) {
                return notThere(history, half.key(), last, chosen);
            }
            if (half.movedBy(last)) {
                moved.add(half.key());
            }
        }
        return compare(history, TopicsAndOrder.MOVING_KEYS, moved, "choosing another partition");
    }

    private static Event.LogEntry last(List<Event.LogEntry> entries) {
        return entries.stream()
                .reduce((one, other) -> count(one) > count(other) ? one : other)
                .orElseThrow();
    }

    private static int count(Event.LogEntry entry) {
        return entry.value().matches("\\d{1,9}") ? Integer.parseInt(entry.value()) : -1;
    }

    private static Verdict notThere(History history, String key, Event.LogEntry last, int chosen) {
        return Verdict.fail(
                        "the last event with key " + key + " where the key puts it among "
                                + history.given().number("more") + " partitions: " + chosen,
                        "it is in partition " + last.partition()
                                + ": sent before partitions were added, or by a producer that had not heard of them yet",
                        see(history))
                .atLast(history, Event.LogSeen.class);
    }

    static Verdict orderIsPerPartition(History history) {
        String command = "/predict " + TopicsAndOrder.ORDER_WITHIN + " " + String.join("|", WITHIN);
        Optional<String> answer = history.prediction(TopicsAndOrder.ORDER_WITHIN)
                .map(predicted -> predicted.answer().strip().toLowerCase(Locale.ROOT));
        if (answer.isEmpty()) {
            return Verdict.fail("an answer: one of " + String.join(", ", WITHIN), "no answer yet", command);
        }
        Verdict verdict = switch (answer.get()) {
            case "partition" -> Verdict.pass("within a partition, and nowhere else");
            case "topic" ->
                Verdict.fail(
                        "what keeps its order whatever the number of partitions",
                        "topic: partitions are read side by side, nothing orders one's events among another's",
                        see(history));
            case "key" ->
                Verdict.fail(
                        "what keeps its order whatever the number of partitions",
                        "key: only while all its events go to one and the same place",
                        see(history));
            default -> Verdict.fail("one of " + String.join(", ", WITHIN), answer.get(), command);
        };
        return verdict.atAnswer(history, TopicsAndOrder.ORDER_WITHIN);
    }

    static Verdict movedKeysLostOrder(History history) {
        Optional<Event.LogSeen> log = history.last(Event.LogSeen.class);
        if (log.isEmpty()) {
            return TopicJudge.unseen();
        }
        Set<String> inOrder = new TreeSet<>();
        for (String key : TopicJudge.keys(history.given())) {
            if (log.get().of(key).stream()
                            .map(Event.LogEntry::partition)
                            .distinct()
                            .count()
                    == 1) {
                inOrder.add(key);
            }
        }
        return compare(history, TopicsAndOrder.STILL_IN_ORDER, inOrder, "with all events in one partition");
    }

    private static Verdict compare(History history, String question, Set<String> found, String words) {
        Optional<Event.Predicted> sealed = history.prediction(question);
        String command = "/predict " + question + " <keys>";
        if (sealed.isEmpty()) {
            return Verdict.fail("an answer: some of the keys, or none", "no answer yet", command);
        }
        Optional<Set<String>> named = Answers.keys(sealed.get().answer(), TopicJudge.keys(history.given()));
        if (named.isEmpty()) {
            return Verdict.fail(
                            "an answer: some of the keys, or none", sealed.get().answer(), command)
                    .at(history, sealed.get());
        }
        return named.get().equals(found)
                ? Verdict.pass("as you said, " + words + ": " + join(found))
                : Verdict.fail("your answer: " + join(named.get()), words + ": " + join(found), see(history))
                        .at(history, sealed.get());
    }

    private static String join(Set<String> keys) {
        return keys.isEmpty() ? "none" : String.join(", ", keys);
    }

    private static String see(History history) {
        return "kafka-console-consumer --topic " + history.given().value("topic")
                + " --from-beginning --timeout-ms 3000 --formatter-property print.key=true"
                + " --formatter-property print.partition=true";
    }
}
