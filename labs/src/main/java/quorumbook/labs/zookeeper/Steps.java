package quorumbook.labs.zookeeper;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import quorumbook.labs.Patience;
import quorumbook.labs.program.Program;
import quorumbook.labs.program.Report;

/** Leads one program by the hand: at each report of those kinds it stands still until it is let go. */
final class Steps implements Consumer<Report>, AutoCloseable {
    private static final long LOOK_MILLIS = 20;

    private final Set<String> kinds;
    private final BlockingQueue<Step> waiting = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    Steps(Set<String> kinds) {
        this.kinds = Set.copyOf(kinds);
    }

    /** A program that stands at a report. */
    record Step(Report report, CountDownLatch gate) {
        void goOn() {
            gate.countDown();
        }
    }

    @Override
    public void accept(Report report) {
        if (closed || !kinds.contains(report.what())) {
            return;
        }
        Step step = new Step(report, new CountDownLatch(1));
        waiting.add(step);
        if (closed) {
            return;
        }
        try {
            step.gate().await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The step at which the program stands next; empty if it ended, or patience did. */
    Optional<Step> next(Program program, Duration longest, Patience patience) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            patience.goesOn();
            boolean over = program.end().isPresent();
            Optional<Step> step = Optional.ofNullable(waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS));
            if (step.isPresent() || over || System.nanoTime() > end) {
                return step;
            }
        }
    }

    /** Lets the program go, now and for good. */
    @Override
    public void close() {
        closed = true;
        waiting.forEach(Step::goOn);
    }
}
