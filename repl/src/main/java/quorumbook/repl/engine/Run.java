package quorumbook.repl.engine;

import java.util.Optional;
import quorumbook.repl.jvm.Ending;

/** One evaluation under way, as the evaluating thread, the one that interrupts and the clock see it. */
final class Run {
    // All guarded by this.
    private Optional<Result.Cause> asked = Optional.empty();
    private Optional<Ending> ending = Optional.empty();
    private boolean stopped;
    private boolean over;

    /** Asks for a stop; the first cause counts. Tells whether this was the first. */
    synchronized boolean ask(Result.Cause cause) {
        boolean first = asked.isEmpty();
        asked = asked.or(() -> Optional.of(cause));
        return first;
    }

    synchronized Optional<Result.Cause> asked() {
        return asked;
    }

    synchronized void stopped() {
        stopped = true;
    }

    synchronized void jvmEnded(Ending how) {
        ending = Optional.of(how);
    }

    synchronized Optional<Ending> ending() {
        return ending;
    }

    /** Whether a snippet was cut off. */
    synchronized boolean wasCut() {
        return stopped || ending.isPresent();
    }

    synchronized void over() {
        over = true;
    }

    synchronized boolean isOver() {
        return over;
    }
}
