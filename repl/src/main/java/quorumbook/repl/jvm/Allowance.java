package quorumbook.repl.jvm;

import java.util.Optional;
import quorumbook.agent.Channel;
import quorumbook.agent.Frame;
import quorumbook.labs.cell.Limit;

/** What is still taken from a JVM. Whoever writes may be a stranger: at the first limit that is reached it is ended. */
final class Allowance {
    /** In bytes: what is not printed makes work here, however short it is. */
    private static final int COST_OF_A_FRAME = 1024;

    private final Bounds bounds;
    private final Runnable kill;
    // Touched by the thread that hears frames alone.
    private long heard;
    private long passed;
    // Touched by the thread that hears standard error alone.
    private long complained;
    private volatile Optional<Limit> limit = Optional.empty();
    private volatile boolean withdrawn;

    /** @param kill ends the JVM at once */
    Allowance(Bounds bounds, Runnable kill) {
        this.bounds = bounds;
        this.kill = kill;
    }

    Bounds bounds() {
        return bounds;
    }

    /** From now on nothing is taken: it is being ended, and that is no fault of its own. */
    void withdraw() {
        withdrawn = true;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    /** Whether it is being ended: what it has said before is nobody's any more, and there may be much of it. */
    boolean isOver() {
        return withdrawn || limit.isPresent();
    }

    /** Tells whether the frame may be taken as well. */
    boolean takes(Frame frame) {
        boolean printed = frame.channel() == Channel.OUT || frame.channel() == Channel.ERR;
        heard += frame.payload().length + (printed ? 0 : COST_OF_A_FRAME);
        return mayGoOn(heard <= bounds.mostOutput(), Limit.OUTPUT);
    }

    /** So many bytes more went on to a server. */
    void passed(int bytes) {
        passed += bytes;
        mayGoOn(passed <= bounds.mostTraffic(), Limit.TRAFFIC);
    }

    /** So many bytes more were written by the JVM itself. */
    void complained(int bytes) {
        complained += bytes;
        mayGoOn(complained <= bounds.mostOutput(), Limit.OUTPUT);
    }

    /** Tells the same; where something must not go on, its JVM ends. */
    boolean mayGoOn(boolean goesOn, Limit otherwise) {
        if (!goesOn) {
            exceeded(otherwise);
        }
        return goesOn;
    }

    synchronized void exceeded(Limit what) {
        if (limit.isEmpty()) {
            limit = Optional.of(what);
            kill.run();
        }
    }

    /** What was reached first. */
    Optional<Limit> reached() {
        return limit;
    }
}
