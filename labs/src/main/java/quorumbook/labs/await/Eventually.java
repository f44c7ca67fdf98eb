package quorumbook.labs.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Looks again and again until what it sees satisfies, and returns the last thing it saw either way, as evidence. */
public final class Eventually {
    private static final Duration SHORTEST_BREAK = Duration.ofMillis(1);
    private static final Duration LONGEST_BREAK = Duration.ofMillis(20);

    /** What came soon is seen soon: a break lasts that part of what has been waited already. */
    private static final int PART = 4;

    private Eventually() {}

    /** What a wait came to: the last sight (absent if every look failed), whether it satisfied, why the last look failed. */
    public record Sight<T>(Optional<T> last, boolean satisfied, Optional<Exception> failure) {
        /** The last sight. Call only after a satisfied wait. */
        public T value() {
            return last.orElseThrow();
        }
    }

    /**
     * Looks again and again until {@code satisfies} holds or {@code deadline} has passed: at first after 1 ms, the longer
     * it takes the more rarely, at last every 20 ms. A look that throws counts as nothing seen; its exception is kept. At
     * least one look is taken, however short the deadline.
     *
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public static <T> Sight<T> look(Duration deadline, Callable<T> look, Predicate<? super T> satisfies)
            throws InterruptedException {
        return look(deadline, Eventually::afterHavingWaited, look, satisfies);
    }

    /** As {@link #look(Duration, Callable, Predicate)}, with {@code between} from one look to the next. */
    public static <T> Sight<T> look(
            Duration deadline, Duration between, Callable<T> look, Predicate<? super T> satisfies)
            throws InterruptedException {
        return look(deadline, waited -> between, look, satisfies);
    }

    /** The break after a look in vain. */
    static Duration afterHavingWaited(Duration waited) {
        Duration part = waited.dividedBy(PART);
        Duration atLeast = part.compareTo(SHORTEST_BREAK) < 0 ? SHORTEST_BREAK : part;
        return atLeast.compareTo(LONGEST_BREAK) > 0 ? LONGEST_BREAK : atLeast;
    }

    private static <T> Sight<T> look(
            Duration deadline, UnaryOperator<Duration> between, Callable<T> look, Predicate<? super T> satisfies)
            throws InterruptedException {
        long begun = System.nanoTime();
        long end = begun + deadline.toNanos();
        Optional<T> last = Optional.empty();
        Optional<Exception> failure = Optional.empty();
        while (true) {
            try {
                T seen = look.call();
                last = Optional.of(seen);
                failure = Optional.empty();
                if (satisfies.test(seen)) {
                    return new Sight<>(last, true, failure);
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                failure = Optional.of(e);
            }
            if (System.nanoTime() - end >= 0) {
                return new Sight<>(last, false, failure);
            }
            Thread.sleep(
                    between.apply(Duration.ofNanos(System.nanoTime() - begun)).toMillis());
        }
    }

    /** Waits until {@code condition} holds; tells whether it did before {@code deadline} passed. */
    public static boolean holds(Duration deadline, Callable<Boolean> condition) throws InterruptedException {
        return look(deadline, condition, Boolean::booleanValue).satisfied();
    }
}
