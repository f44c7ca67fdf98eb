package quorumbook.labs;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.await.Pace;
import quorumbook.labs.history.Waited;

/**
 * Waits for something of the learner's, and knows in the end whether the machine left them a chance. What is noted because
 * it ran out is noted with {@link #waited}. For one thread.
 */
public final class Patience {
    private static final int MOST_TIMES = 10;

    private final Supplier<Duration> own;
    private final Duration before;
    private final Pace pace;

    private Patience(Supplier<Duration> own, Duration before, Pace pace) {
        this.own = own;
        this.before = before;
        this.pace = pace;
    }

    /**
     * Begins now.
     *
     * @param own the processor time that the learner's programs have used so far
     */
    public static Patience begin(Supplier<Duration> own) {
        return begin(own, Pace.start());
    }

    /** The same with what finds out what the machine spares. */
    public static Patience begin(Supplier<Duration> own, Pace pace) {
        return new Patience(own, own.get(), pace);
    }

    /** As {@link Eventually#holds}. */
    public boolean holds(Duration longest, Callable<Boolean> condition) throws InterruptedException {
        return look(longest, condition, Boolean::booleanValue).satisfied();
    }

    /** As {@link Eventually#look(Duration, Callable, Predicate)}. */
    public <T> Eventually.Sight<T> look(Duration longest, Callable<T> look, Predicate<? super T> satisfies)
            throws InterruptedException {
        return Eventually.look(
                longest,
                () -> {
                    goesOn();
                    return look.call();
                },
                satisfies);
    }

    /**
     * Waits for nothing to happen: as long as {@code least}, and up to ten times as long on a machine on which who would
     * break the silence could not have done so by then. What speaks for the learner is to be worth as much as what speaks
     * against them, and who keeps the machine busy themselves gains nothing by it.
     *
     * @param broken whether something has happened, which ends the wait
     * @return what to note with the silence
     */
    public Waited quiet(Duration least, Callable<Boolean> broken) throws InterruptedException {
        boolean noise = holds(least, broken);
        pace.sample();
        for (int times = 1;
                !noise && times < MOST_TIMES && silence(least).doubt().isPresent();
                times++) {
            noise = holds(least, broken);
            pace.sample();
        }
        return noise ? measured() : silence(least);
    }

    private Waited silence(Duration least) {
        Waited all = measured();
        return new Waited(Math.min(all.millis(), least.toMillis()), all.sparedMillis(), 0, all.processors());
    }

    /** For a wait of another kind: to be called again and again in it. */
    public void goesOn() {
        pace.goOn();
    }

    /** All that was waited since the beginning. */
    public Waited waited() {
        pace.sample();
        return measured();
    }

    private Waited measured() {
        Duration used = own.get().minus(before);
        return new Waited(
                pace.time().toMillis(),
                pace.spared().toMillis(),
                Math.max(0, used.toMillis()),
                Runtime.getRuntime().availableProcessors());
    }
}
