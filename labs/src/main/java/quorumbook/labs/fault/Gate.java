package quorumbook.labs.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What a link does to the frames that pass, and what it has done. One lock, its own, guards all of it. */
final class Gate {
    private boolean cut;
    private boolean held;
    private Duration delay = Duration.ZERO;
    private Optional<RequestKind> wanted = Optional.empty();
    private final List<String> losses = new ArrayList<>();
    private long heldFrames;
    private long delayedFrames;

    /** Forgets what was and passes everything. */
    synchronized void open() {
        cut = false;
        held = false;
        delay = Duration.ZERO;
        wanted = Optional.empty();
        losses.clear();
        heldFrames = 0;
        delayedFrames = 0;
        notifyAll();
    }

    synchronized void cut() {
        cut = true;
        notifyAll();
    }

    synchronized boolean isCut() {
        return cut;
    }

    synchronized void hold() {
        held = true;
    }

    synchronized void delay(Duration by) {
        delay = by;
    }

    synchronized void want(RequestKind kind) {
        wanted = Optional.of(kind);
    }

    /** Whether the reply to a request with that code is to be lost; asked once, yes once. */
    synchronized boolean claims(int code) {
        boolean claimed = wanted.filter(kind -> kind.hasCode(code)).isPresent();
        if (claimed) {
            wanted = Optional.empty();
        }
        return claimed;
    }

    synchronized void lost(String evidence) {
        losses.add(evidence);
    }

    synchronized List<String> losses() {
        return List.copyOf(losses);
    }

    synchronized long heldFrames() {
        return heldFrames;
    }

    synchronized long delayedFrames() {
        return delayedFrames;
    }

    /** Lets a frame that came at {@code nanos} wait as long as it has to, or until its connection is over. */
    synchronized void pass(long nanos, BooleanSupplier over) throws InterruptedException {
        boolean wasHeld = false;
        boolean wasDelayed = false;
        while (!over.getAsBoolean()) {
            long left = nanos + delay.toNanos() - System.nanoTime();
            if (held) {
                heldFrames += wasHeld ? 0 : 1;
                wasHeld = true;
                wait();
            } else if (left > 0) {
                delayedFrames += wasDelayed ? 0 : 1;
                wasDelayed = true;
                wait(left / 1_000_000 + 1);
            } else {
                return;
            }
        }
    }

    /** Lets frames of a connection that is over go. */
    synchronized void wake() {
        notifyAll();
    }
}
