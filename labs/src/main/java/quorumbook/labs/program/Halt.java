package quorumbook.labs.program;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where a copy of the learner's program stands still, inside of its report, until a trial lets it go on. */
public final class Halt {
    /** Longer than a trial: nobody stands still for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    /** Returns when it may go on; tells whether it was let go, or has stood still for too long. */
    public boolean standStill() {
        try {
            return mayGoOn.await(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            // Whoever ends the copy ends its report too.
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Lets it go on, now or as soon as it comes here. */
    public void goOn() {
        mayGoOn.countDown();
    }
}
