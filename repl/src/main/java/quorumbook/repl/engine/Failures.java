package quorumbook.repl.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;

/** What JShell tells of an exception, as the learner is told: without the frames that are ours. */
final class Failures {
    private static final String OURS = "quorumbook.agent.";

    private final Unresolved unresolved;

    Failures(Unresolved unresolved) {
        this.unresolved = unresolved;
    }

    Failure of(Throwable thrown) {
        String name = thrown instanceof EvalException eval
                ? eval.getExceptionClassName()
                : thrown.getClass().getName();
        Optional<String> message = Optional.ofNullable(thrown.getMessage());
        if (thrown instanceof UnresolvedReferenceException reference) {
            name = "call of what is not complete yet";
            message = Optional.of(unresolved.inWords(reference.getSnippet()));
        }
        Optional<Failure> cause = Optional.ofNullable(thrown.getCause())
                .filter(JShellException.class::isInstance)
                .map(this::of);
        return new Failure(name, message, frames(thrown.getStackTrace()), cause);
    }

    private static List<String> frames(StackTraceElement[] stack) {
        List<String> frames = new ArrayList<>();
        for (StackTraceElement each : stack) {
            if (!each.getClassName().startsWith(OURS)) {
                frames.add("at " + frame(each));
            }
        }
        return frames;
    }

    private static String frame(StackTraceElement element) {
        String className = element.getClassName();
        String place = Optional.ofNullable(element.getFileName()).orElse("Unknown Source");
        String method = (className.isEmpty() ? "" : className.substring(className.lastIndexOf('.') + 1) + ".")
                + (element.getMethodName().isEmpty() ? "" : element.getMethodName() + " ");
        return method + "(" + place + (element.getLineNumber() >= 0 ? ":" + element.getLineNumber() : "") + ")";
    }
}
