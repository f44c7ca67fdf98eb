package quorumbook.labs.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** What a link does to the frames that pass, and what it has done. One lock, its own, guards all of it. */
final class Gate {
    private boolean cut;
    private boolean held;
    private Duration delay = Duration.ZERO;
    private Optional<Wanted> wanted = Optional.empty();
    private Optional<Wanted> claimed = Optional.empty();
    private Fate fate = Fate.LOST;
    private final List<String> losses = new ArrayList<>();
    private Optional<String> heldReply = Optional.empty();
    private long heldFrames;
    private long delayedFrames;
    // Counted as long as the link lives, whatever it does.
    private final Map<Integer, Long> asked = new HashMap<>();
    private final List<Handshake> handshakes = new ArrayList<>();
    private long told;

    /** A request whose reply is wanted; {@code below}: what it is about begins so, the empty text for whatever it is about. */
    private record Wanted(RequestKind kind, String below) {}

    /** What becomes of the reply that is wanted. */
    enum Fate {
        LOST,
        /** It waits here, and with it all that is said behind it in either direction. */
        HELD
    }

    /** Forgets what was and passes everything. */
    synchronized void open() {
        cut = false;
        held = false;
        delay = Duration.ZERO;
        wanted = Optional.empty();
        claimed = Optional.empty();
        fate = Fate.LOST;
        losses.clear();
        heldReply = Optional.empty();
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

    synchronized void want(RequestKind kind, String below, Fate ofItsReply) {
        wanted = Optional.of(new Wanted(kind, below));
        fate = ofItsReply;
    }

    /** Whether the reply to that request is wanted, which is asked what it is about; yes once, then {@link #claimed} has it. */
    synchronized boolean claims(int code, Predicate<String> isAbout) {
        Optional<Wanted> met = wanted.filter(each -> each.kind().hasCode(code) && isAbout.test(each.below()));
        if (met.isPresent()) {
            claimed = met;
            wanted = Optional.empty();
        }
        return met.isPresent();
    }

    /** Hears that the request was refused: nothing was done, and the next one is wanted in its place. */
    synchronized void refused() {
        wanted = claimed;
    }

    /** Hears that the wanted reply has come; tells whether it is lost. One that is held is held before it goes on. */
    synchronized boolean loses(String evidence) {
        if (fate == Fate.LOST) {
            lost(evidence);
            return true;
        }
        held = true;
        heldReply = Optional.of(evidence);
        return false;
    }

    synchronized Optional<String> heldReply() {
        return heldReply;
    }

    /** Counts a request of a client's. */
    synchronized void asked(int code) {
        asked.merge(code, 1L, Long::sum);
    }

    synchronized void shaken(Handshake handshake) {
        handshakes.add(handshake);
    }

    synchronized List<Handshake> handshakes() {
        return List.copyOf(handshakes);
    }

    /** Counts a notification of the server's. */
    synchronized void told() {
        told++;
    }

    synchronized long requests() {
        return asked.values().stream().mapToLong(Long::longValue).sum();
    }

    synchronized long requests(RequestKind kind) {
        return asked.entrySet().stream()
                .filter(each -> kind.hasCode(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    synchronized long notifications() {
        return told;
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
