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
    private Runnable last = () -> {};

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
        last.run();
    }

    /** Does that when the run is over, or now if it is; replaces what was to be done before. */
    synchronized void onceOver(Runnable what) {
        last = what;
        if (over) {
            what.run();
        }
    }

    synchronized boolean isOver() {
        return over;
    }
}
