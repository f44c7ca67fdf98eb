package quorumbook.labs.zookeeper;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/** Judges what was foretold of the numbers that a parent gives to sequential children. */
final class SuffixJudge {
    private static final Pattern SUM = Pattern.compile("\\d{1,10}(?:\\s*\\+\\s*\\d{1,10})*");
    private static final Pattern NUMBERED_NAME = Pattern.compile("\\S*?(\\d{10})");

    private SuffixJudge() {}

    static Verdict deletedNumbersAreNotReused(History history) {
        return judge(history, NodeKinds.AFTER_DELETE, SuffixJudge::lastIsDeletedSequential);
    }

    static Verdict plainZnodesAreCounted(History history) {
        return judge(history, NodeKinds.AFTER_PLAIN, SuffixJudge::lastIsPlain);
    }

    /** What was amiss with the beginning of the experiment, if anything. */
    private interface Beginning {
        Optional<String> fault(Siblings siblings, Event.Predicted sealed, int last);
    }

    private static Verdict judge(History history, String question, Beginning beginning) {
        Optional<Event.Predicted> sealed = history.prediction(question);
        if (sealed.isEmpty()) {
            return Verdict.fail(
                    "an answer sealed before the experiment", "no answer yet", "/predict " + question + " <number>");
        }
        Optional<Siblings> siblings = Siblings.of(history);
        if (siblings.isEmpty()) {
            return uncounted(history);
        }
        int next = Siblings.creationsAt(sealed.get());
        String see = "zk ls " + siblings.get().parent();
        Optional<String> fault = beginning.fault(siblings.get(), sealed.get(), next - 1);
        if (fault.isPresent()) {
            return Verdict.fail(expectedBeginning(question), fault.get(), see).at(history, sealed.get());
        }
        Optional<String> created = siblings.get().created(next);
        if (created.isEmpty()) {
            return Verdict.fail("a sequential znode created after the answer was sealed", "nothing created since", see)
                    .at(history, sealed.get());
        }
        if (!siblings.get().isSequential(next)) {
            return Verdict.fail(
                            "a sequential znode created next after the answer", otherKind(siblings.get(), next), see)
                    .at(history, sealed.get());
        }
        return compare(sealed.get(), next, created.get(), see).at(history, sealed.get());
    }

    private static Verdict compare(Event.Predicted sealed, int next, String created, String see) {
        OptionalLong answer = number(sealed.answer());
        if (answer.isEmpty()) {
            return Verdict.fail(
                    "a number such as 7 or 5+2",
                    Typed.visible(sealed.answer()),
                    "/predict " + sealed.question() + " 7");
        }
        return answer.getAsLong() == next
                ? Verdict.pass("foretold " + answer.getAsLong() + ", and " + created + " came")
                : Verdict.fail(
                        "your answer, " + answer.getAsLong() + ", is the number that the server gives out",
                        created + ": " + next + " znodes had been created under this parent before it",
                        see);
    }

    private static String otherKind(Siblings siblings, int number) {
        String name = siblings.created(number).orElseThrow();
        return siblings.isNumberedByHand(number)
                ? name + " was numbered by hand: the server would have given out " + Siblings.suffix(number)
                : name + " was created, which is not sequential";
    }

    private static String expectedBeginning(String question) {
        return question.equals(NodeKinds.AFTER_DELETE)
                ? "the answer sealed when the last znode created was sequential and has been deleted"
                : "the answer sealed when the last znode created was a plain one";
    }

    private static Optional<String> lastIsDeletedSequential(Siblings siblings, Event.Predicted sealed, int last) {
        if (last < siblings.base()) {
            return Optional.empty();
        }
        String name = siblings.created(last).orElse("");
        if (!siblings.isSequential(last)) {
            return Optional.of("the last one then was " + name + ", which is not sequential");
        }
        return Siblings.wasThere(sealed, name) ? Optional.of(name + " was still there then") : Optional.empty();
    }

    private static Optional<String> lastIsPlain(Siblings siblings, Event.Predicted sealed, int last) {
        if (last < siblings.base()) {
            return Optional.of("nothing had been created since the lab's own last znode, a sequential one");
        }
        return siblings.isSequential(last)
                ? Optional.of("the last one then was " + siblings.created(last).orElse("") + ", a sequential one")
                : Optional.empty();
    }

    /** Reads 7, 0000000007, 5+2 and task-0000000007. */
    static OptionalLong number(String answer) {
        String bare = answer.strip();
        if (SUM.matcher(bare).matches()) {
            return OptionalLong.of(Arrays.stream(bare.split("\\+"))
                    .map(String::strip)
                    .mapToLong(Long::parseLong)
                    .sum());
        }
        Matcher name = NUMBERED_NAME.matcher(bare);
        return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
    }

    static Verdict uncounted(History history) {
        return history.last(Event.TreeSeen.class).isEmpty()
                ? Verdict.unknown("nobody saw the tree at this check", "/check again")
                : Verdict.unknown(
                        "our watch missed znodes that were created under "
                                + history.given().value("parent"),
                        "/reset gives a fresh start");
    }
}
