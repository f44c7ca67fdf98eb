package quorumbook.repl.command;

import java.util.Optional;
import quorumbook.repl.desk.Standing;
import quorumbook.repl.page.Span;

/** How the mark of a lesson is shown. */
final class Marks {
    private Marks() {}

    static Span of(Optional<Standing.Lesson> lesson) {
        if (lesson.isEmpty()) {
            return Span.faint("new");
        }
        switch (lesson.get().mark()) {
            case PASSED:
                return Span.good("solved");
            case TRIED:
                return Span.warning("tried");
            case SKIPPED:
                return Span.faint("skipped");
            default:
                return Span.plain("opened");
        }
    }
}
