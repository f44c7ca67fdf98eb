package quorumbook.repl.engine;

import java.util.Optional;
import quorumbook.repl.engine.Result.Cause;
import quorumbook.repl.jvm.Ending;

/** Says what cut a snippet off. */
final class Cut {
    private Cut() {}

    static Result.Ended result(String source, Run run) {
        Optional<Ending> ending = run.ending();
        Optional<Cause> asked = run.asked();
        if (ending.isEmpty()) {
            Cause cause = asked.orElse(Cause.INTERRUPTED);
            String sentence = cause == Cause.TIME_LIMIT
                    ? "Stopped: it ran longer than a snippet may."
                    : "Stopped. Everything defined so far is as it was.";
            return new Result.Ended(source, cause, sentence, false);
        }
        if (ending.get().limit().isPresent()) {
            return restarted(
                    source, Cause.LIMIT, "The learner's JVM " + ending.get().inWords() + ".");
        }
        if (asked.isPresent() && ending.get().killed()) {
            String why = asked.get() == Cause.TIME_LIMIT ? "ran longer than a snippet may and " : "";
            return restarted(
                    source, asked.get(), "The snippet " + why + "did not stop when asked, so its JVM was ended.");
        }
        return restarted(
                source, cause(ending.get()), "The learner's JVM " + ending.get().inWords() + ".");
    }

    private static Result.Ended restarted(String source, Cause cause, String what) {
        return new Result.Ended(source, cause, what + " " + LearnerJvm.DEFINITIONS_ARE_BACK, true);
    }

    private static Cause cause(Ending ending) {
        if (ending.outOfMemory()) {
            return Cause.OUT_OF_MEMORY;
        }
        if (ending.killed()) {
            return Cause.KILLED;
        }
        return ending.signalled() && !ending.orderly() ? Cause.CRASHED : Cause.EXIT;
    }
}
