package quorumbook.repl.engine;

import java.util.ArrayList;
import java.util.List;

/** Failures and problems in the words and lines of {@code jshell}. */
final class Shown {
    private static final int DEEPEST_SHOWN = 12;

    private Shown() {}

    static List<String> failure(Failure failure) {
        List<String> lines = new ArrayList<>();
        lines.add("|  Exception " + failure.headline());
        stack(lines, failure);
        for (Failure cause = failure; cause.cause().isPresent(); ) {
            cause = cause.cause().get();
            lines.add("|  Caused by: " + cause.headline());
            stack(lines, cause);
        }
        return lines;
    }

    private static void stack(List<String> lines, Failure failure) {
        failure.stack().stream().limit(DEEPEST_SHOWN).forEach(frame -> lines.add("|        " + frame));
        if (failure.stack().size() > DEEPEST_SHOWN) {
            lines.add("|        ... " + (failure.stack().size() - DEEPEST_SHOWN) + " more");
        }
    }

    static List<String> problems(List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        for (Problem problem : problems) {
            lines.add(problem.isError() ? "|  Error:" : "|  Warning:");
            problem.message().lines().forEach(line -> lines.add("|  " + line));
            lines.add("|  " + problem.lineText());
            lines.add("|  " + problem.marks());
        }
        return lines;
    }
}
