package quorumbook.labs.cluster.process;

import java.util.concurrent.atomic.AtomicLong;
import quorumbook.labs.cluster.NodeId;

/** The link between two servers, whichever of them calls the other. It passes bytes on, or holds them like a dead cable. */
final class Link {
    private final NodeId one;
    private final NodeId other;
    private final AtomicLong heldBytes = new AtomicLong();
    private volatile boolean held;

    Link(NodeId one, NodeId other) {
        this.one = one;
        this.other = other;
    }

    boolean touches(NodeId node) {
        return one.equals(node) || other.equals(node);
    }

    boolean joins(NodeId a, NodeId b) {
        return touches(a) && touches(b) && !a.equals(b);
    }

    boolean isHeld() {
        return held;
    }

    /** Bytes that were sent into the link since it was last cut, and have not come out. */
    long heldBytes() {
        return heldBytes.get();
    }

    void hold() {
        heldBytes.set(0);
        held = true;
    }

    void pass() {
        held = false;
    }

    void countHeld(int bytes) {
        heldBytes.addAndGet(bytes);
    }

    @Override
    public String toString() {
        return one + "–" + other;
    }
}
