package quorumbook.answers.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Operation;
import quorumbook.labs.history.Operations;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Position;
import quorumbook.labs.history.Request;
import quorumbook.labs.history.Znode;

/** Single pieces of evidence that may be missing: a znode, a log, an operation, the proof of a fault. */
final class Gaps {
    private static final Outcome LEFT_OPEN = new Outcome.Unknown("ConnectionLossException");

    private final History history;
    private final BiConsumer<String, Stream<? extends Event>> add;

    private Gaps(History history, BiConsumer<String, Stream<? extends Event>> add) {
        this.history = history;
        this.add = add;
    }

    /** Hands each such history to {@code add}, with what is wrong with it in words. */
    static void in(History history, BiConsumer<String, Stream<? extends Event>> add) {
        Gaps gaps = new Gaps(history, add);
        gaps.znodes();
        gaps.topics();
        gaps.notes();
        gaps.answers();
        gaps.operations();
        gaps.faults();
    }

    private Stream<Event> events() {
        return history.events().stream();
    }

    private void without(String what, Predicate<Event> lost) {
        add.accept("without " + what, events().filter(event -> !lost.test(event)));
    }

    private void znodes() {
        Set<String> roots = new LinkedHashSet<>();
        history.all(Event.TreeSeen.class).forEach(tree -> roots.add(tree.root()));
        if (roots.size() > 1) {
            roots.forEach(root -> without(
                    "a look at " + root,
                    event -> event instanceof Event.TreeSeen tree && tree.root().equals(root)));
        }
        history.last(Event.TreeSeen.class)
                .ifPresent(last -> last.znodes().forEach(znode -> {
                    add.accept(
                            "that saw no " + znode.path(),
                            events().map(event -> event == last ? less(last, znode) : event));
                    add.accept(
                            "that saw " + znode.path() + " written less often",
                            events().map(event -> event == last ? writtenLess(last, znode) : event));
                }));
        Map<String, Event> changes = new LinkedHashMap<>();
        history.all(Event.ZnodeChanged.class)
                .forEach(changed -> changes.put(changed.path() + " " + changed.change(), changed));
        changes.forEach((what, last) -> without("the last '" + what + "'", event -> event == last));
    }

    private static Event less(Event.TreeSeen tree, Znode znode) {
        return new Event.TreeSeen(
                tree.at(),
                tree.root(),
                tree.znodes().stream().filter(each -> !each.equals(znode)).toList());
    }

    private static Event writtenLess(Event.TreeSeen tree, Znode znode) {
        return new Event.TreeSeen(
                tree.at(),
                tree.root(),
                tree.znodes().stream()
                        .map(each -> each.equals(znode) && each.dataVersion() > 0 ? writtenLess(each) : each)
                        .toList());
    }

    private static Znode writtenLess(Znode znode) {
        return new Znode(
                znode.path(),
                znode.data(),
                znode.czxid(),
                znode.mzxid(),
                znode.pzxid(),
                znode.dataVersion() - 1,
                znode.childrenVersion(),
                znode.aclVersion(),
                znode.ephemeralOwner());
    }

    private void topics() {
        Map<String, Event.LogSeen> logs = new LinkedHashMap<>();
        history.all(Event.LogSeen.class).forEach(log -> logs.put(log.topic(), log));
        logs.forEach((topic, last) -> {
            without("the last log of " + topic, event -> event == last);
            without(
                    "any log of " + topic,
                    event -> event instanceof Event.LogSeen log && log.topic().equals(topic));
            add.accept(
                    "that read one record less of " + topic,
                    events().map(event -> event == last ? shorter(last) : event));
            add.accept(
                    "in which " + topic + " lost nothing", events().map(event -> event == last ? whole(last) : event));
        });
        Map<String, Event.PartitionSeen> partitions = new LinkedHashMap<>();
        history.all(Event.PartitionSeen.class)
                .forEach(seen -> partitions.put(seen.topic() + "-" + seen.partition(), seen));
        partitions.forEach((partition, last) -> {
            without("the last look at " + partition, event -> event == last);
            add.accept(
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

    /** Something is noted once more than it was; where one name is noted with several values, each of them is missing alone. */
    private void notes() {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        history.all(Event.Noted.class)
                .forEach(noted -> values.computeIfAbsent(noted.name(), name -> new LinkedHashSet<>())
                        .add(noted.value()));
        values.forEach((name, all) -> {
            Event again = history.all(Event.Noted.class).stream()
                    .filter(noted -> noted.name().equals(name))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            add.accept("in which '" + name + "' was noted again", Stream.concat(events(), Stream.of(again)));
            if (all.size() > 1) {
                all.forEach(value -> without(
                        "'" + name + "' as '" + value + "'",
                        event -> event instanceof Event.Noted noted
                                && noted.name().equals(name)
                                && noted.value().equals(value)));
            }
        });
    }

    /** The last word of an answer is another one: the other way round, or what answers nothing. */
    private void answers() {
        Map<String, Event.Predicted> answers = new LinkedHashMap<>();
        history.all(Event.Predicted.class).forEach(answer -> answers.put(answer.question(), answer));
        answers.forEach((question, last) -> List.of("yes", "no", "perhaps")
                .forEach(word -> add.accept(
                        "that answered " + question + " with '" + word + "'",
                        events().map(event -> event == last ? answered(last, word) : event))));
    }

    private static Event answered(Event.Predicted answer, String word) {
        String other = answer.answer().replaceFirst("\\S+\\s*$", word);
        return new Event.Predicted(answer.at(), answer.question(), other, answer.situation());
    }

    /** Of each kind of request to each target: the last one, or all of them. */
    private void operations() {
        Map<String, List<Operation>> kinds = new LinkedHashMap<>();
        Operations.of(history)
                .all()
                .forEach(operation -> kinds.computeIfAbsent(
                                operation.request().what() + " of "
                                        + operation.request().target(),
                                kind -> new ArrayList<>())
                        .add(operation));
        kinds.forEach((kind, all) -> {
            last(kind, all.get(all.size() - 1).number());
            without("any " + kind, event -> isOf(event, numbers(all, each -> true)));
            without(
                    "any " + kind + " that was not acknowledged",
                    event -> isOf(event, numbers(all, each -> !each.isOk())));
            ended("in which every " + kind + " was left open", numbers(all, each -> true), LEFT_OPEN);
            ended("in which every refused " + kind + " was left open", numbers(all, Gaps::isRefused), LEFT_OPEN);
            ended("in which every " + kind + " was refused", numbers(all, each -> true), refusal());
        });
    }

    private void last(String kind, long last) {
        without("the last " + kind, event -> isOf(event, Set.of(last)));
        without("the end of the last " + kind, event -> isEndOf(event, last));
        ended("in which the last " + kind + " was left open", Set.of(last), LEFT_OPEN);
        add.accept(
                "in which the last " + kind + " ended twice",
                events().flatMap(event -> isEndOf(event, last) ? Stream.of(event, event) : Stream.of(event)));
    }

    private void ended(String how, Set<Long> operations, Outcome instead) {
        add.accept(
                how,
                events().map(event -> event instanceof Event.Ended end && operations.contains(end.operation())
                        ? new Event.Ended(end.at(), end.operation(), instead)
                        : event));
    }

    private static Set<Long> numbers(List<Operation> operations, Predicate<Operation> wanted) {
        return operations.stream().filter(wanted).map(Operation::number).collect(Collectors.toSet());
    }

    private static boolean isRefused(Operation operation) {
        return operation.outcome() instanceof Outcome.Failed;
    }

    /** As somebody was refused in this history, if anybody was. */
    private Outcome refusal() {
        return Operations.of(history).all().stream()
                .filter(Gaps::isRefused)
                .map(Operation::outcome)
                .findFirst()
                .orElse(new Outcome.Failed("refused"));
    }

    private static boolean isEndOf(Event event, long operation) {
        return event instanceof Event.Ended ended && ended.operation() == operation;
    }

    private static boolean isOf(Event event, Set<Long> operations) {
        return event instanceof Event.Invoked invoked && operations.contains(invoked.operation())
                || event instanceof Event.Ended ended && operations.contains(ended.operation());
    }

    private void faults() {
        Set<String> faults = new LinkedHashSet<>();
        history.all(Event.Inflicted.class).forEach(inflicted -> faults.add(inflicted.fault()));
        faults.forEach(fault -> {
            without(
                    "the beginning of '" + fault + "'",
                    event -> event instanceof Event.Inflicted inflicted
                            && inflicted.fault().equals(fault));
            without(
                    "the end of '" + fault + "'",
                    event -> event instanceof Event.Healed healed
                            && healed.fault().equals(fault));
            add.accept(
                    "in which nothing proves the beginning of '" + fault + "'",
                    events().map(event -> event instanceof Event.Inflicted inflicted
                                    && inflicted.fault().equals(fault)
                            ? new Event.Unproved(inflicted.at(), fault, "no proof")
                            : event));
            add.accept(
                    "in which '" + fault + "' had nothing left to heal",
                    events().map(event -> event instanceof Event.Healed healed
                                    && healed.fault().equals(fault)
                            ? new Event.Healed(healed.at(), fault, List.of())
                            : event));
        });
    }
}
