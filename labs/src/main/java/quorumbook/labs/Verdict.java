package quorumbook.labs;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.Waited;

/** What a judge says of one claim. No evidence is never a pass. */
public sealed interface Verdict {
    /** The claim holds, and what showed it. */
    record Pass(String evidence) implements Verdict {}

    /**
     * The claim does not hold.
     *
     * @param expected what would have been right, lower case, no full stop
     * @param actual what was observed instead
     * @param see the command that shows it
     * @param events the indices of the events of the judged history that show where it broke, if the judge knows them
     */
    record Fail(String expected, String actual, String see, List<Integer> events) implements Verdict {
        public Fail {
            events = List.copyOf(events);
        }
    }

    /** Nobody can tell, through no fault of the learner's: why, and what to do next. */
    record Unknown(String why, String next) implements Verdict {}

    /** Not judged, since something that it builds on did not hold. */
    record Skipped(String why) implements Verdict {}

    static Verdict pass(String evidence) {
        return new Pass(evidence);
    }

    static Verdict fail(String expected, String actual, String see) {
        return new Fail(expected, actual, see, List.of());
    }

    /** The same verdict; a fail says that it broke with those events of the history, {@link #unlessInVain}. */
    default Verdict at(History history, Event... events) {
        return this instanceof Fail fail
                ? unlessInVain(
                        new Fail(
                                fail.expected(),
                                fail.actual(),
                                fail.see(),
                                Stream.of(events).map(history.events()::indexOf).toList()),
                        events)
                : this;
    }

    /** Unknown if one of those events is a silence that says nothing: {@link Waited#doubt}. */
    private static Verdict unlessInVain(Verdict verdict, Event... events) {
        return Stream.of(events)
                .filter(Event.Noted.class::isInstance)
                .flatMap(event -> ((Event.Noted) event).inVain().stream())
                .flatMap(waited -> waited.doubt().stream())
                .findFirst()
                .map(doubt -> unknown(doubt, "/check again when it is less busy"))
                .orElse(verdict);
    }

    /** The same verdict; unknown if what was noted last under that name, on which it rests, is a silence that says nothing. */
    default Verdict unlessInVain(History history, String name) {
        OptionalInt index = history.lastNoted(name);
        boolean rests = this instanceof Pass || this instanceof Fail;
        return rests && index.isPresent() ? unlessInVain(this, history.events().get(index.getAsInt())) : this;
    }

    /** The same verdict; a fail says that it broke with the last event of that kind, which shows the state that it is about. */
    default Verdict atLast(History history, Class<? extends Event> kind) {
        return history.last(kind).map(event -> at(history, event)).orElse(this);
    }

    /** The same verdict; a fail says that it broke with what was noted last under that name. */
    default Verdict atNoted(History history, String name) {
        OptionalInt index = history.lastNoted(name);
        return index.isPresent() ? at(history, history.events().get(index.getAsInt())) : this;
    }

    /** The same verdict; a fail says that it broke with the answer to that question. */
    default Verdict atAnswer(History history, String question) {
        return history.prediction(question).map(answer -> at(history, answer)).orElse(this);
    }

    static Verdict unknown(String why, String next) {
        return new Unknown(why, next);
    }

    /** What an invariant said, as a verdict: {@code see} shows it when it was broken, {@code next} helps when nobody can tell. */
    static Verdict of(Judgement judgement, String see, String next) {
        if (judgement instanceof Judgement.Holds holds) {
            return pass(holds.evidence());
        }
        return judgement instanceof Judgement.Broken broken
                ? new Fail(broken.expected(), broken.actual(), see, broken.events())
                : unknown(((Judgement.CannotTell) judgement).why(), next);
    }

    /** {@code pass}, {@code fail}, {@code unknown} or {@code skipped}. */
    default String word() {
        return outcome().name().toLowerCase(java.util.Locale.ROOT);
    }

    default Outcome outcome() {
        if (this instanceof Pass) {
            return Outcome.PASS;
        }
        if (this instanceof Fail) {
            return Outcome.FAIL;
        }
        return this instanceof Unknown ? Outcome.UNKNOWN : Outcome.SKIPPED;
    }

    /** The four words, from the lightest to the gravest, with the exit code of a result that comes to it. */
    enum Outcome {
        PASS(0),
        SKIPPED(2),
        UNKNOWN(2),
        FAIL(1);

        private final int exitCode;

        Outcome(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }
}
