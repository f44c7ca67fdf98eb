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
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Operation;
import quorumbook.labs.history.Operations;
import quorumbook.labs.history.Outcome;

/** What may be missing of answers, operations, faults and verbs, or be otherwise. */
final class Gaps extends Retelling {
    private static final int OTHERS = 3;
    private static final Outcome LEFT_OPEN = new Outcome.Unknown("ConnectionLossException");

    private Gaps(History history, BiConsumer<String, Stream<? extends Event>> add) {
        super(history, add);
    }

    /** Hands each such history to {@code add}, with what is wrong with it in words. */
    static void in(History history, BiConsumer<String, Stream<? extends Event>> add) {
        new TreeGaps(history, add).tell();
        new TopicGaps(history, add).tell();
        new NoteGaps(history, add).tell();
        Gaps gaps = new Gaps(history, add);
        gaps.answers();
        gaps.operations();
        gaps.faults();
        gaps.verbs();
    }

    /** The last word of an answer is another one: that of another answer, or what answers nothing. */
    private void answers() {
        Map<String, Event.Predicted> answers = new LinkedHashMap<>();
        history.all(Event.Predicted.class).forEach(answer -> answers.put(answer.question(), answer));
        Set<String> words = new LinkedHashSet<>(List.of("yes", "no", "perhaps", "7"));
        answers.values().forEach(answer -> words.add(lastWord(answer.answer())));
        answers.forEach((question, last) -> words.forEach(word -> told(
                "that answered " + question + " with '" + word + "'",
                events().map(event -> event == last ? answered(last, word) : event))));
    }

    private static String lastWord(String answer) {
        return answer.strip().replaceFirst("(?s)^.*\\s", "");
    }

    private static Event answered(Event.Predicted answer, String word) {
        String before = answer.answer().strip();
        String other = before.substring(0, before.length() - lastWord(before).length()) + word;
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
        told(
                "in which the last " + kind + " ended twice",
                events().flatMap(event -> isEndOf(event, last) ? Stream.of(event, event) : Stream.of(event)));
    }

    private void ended(String how, Set<Long> operations, Outcome instead) {
        told(
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
            told(
                    "in which nothing proves the beginning of '" + fault + "'",
                    events().map(event -> event instanceof Event.Inflicted inflicted
                                    && inflicted.fault().equals(fault)
                            ? new Event.Unproved(inflicted.at(), fault, "no proof")
                            : event));
            told(
                    "in which '" + fault + "' had nothing left to heal",
                    events().map(event -> event instanceof Event.Healed healed
                                    && healed.fault().equals(fault)
                            ? new Event.Healed(healed.at(), fault, List.of())
                            : event));
        });
    }

    /** Each verb never took effect, took effect on another node, or on another one too. */
    private void verbs() {
        for (Event.Done done : history.all(Event.Done.class)) {
            String words = done.proof().node() + " " + done.proof().verb();
            without("'" + words + "'", event -> event == done);
            for (int other = 1; other <= OTHERS; other++) {
                Event.Done astray = on(new NodeId(done.proof().node().kind(), other), done);
                with("in which '" + words + "' hit number " + other, event -> event == done ? astray : event);
                told(
                        "in which '" + words + "' hit number " + other + " too",
                        events().flatMap(event -> event == done ? Stream.of(event, astray) : Stream.of(event)));
            }
        }
    }

    private static Event.Done on(NodeId other, Event.Done done) {
        Proof proof = done.proof();
        return new Event.Done(done.at(), new Proof(other, proof.verb(), proof.at(), proof.evidence()));
    }
}
