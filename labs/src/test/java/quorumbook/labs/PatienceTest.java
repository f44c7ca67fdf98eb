package quorumbook.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import quorumbook.labs.await.Pace;
import quorumbook.labs.history.Waited;

class PatienceTest {
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final long FAIR = 1;
    private static final long STARVED = 100_000;

    @Test
    void whatTheLearnersProgramsTookMeanwhileIsTheirs() {
        assertThat(Patience.begin(used(3, 5)).waited().ownMillis()).isEqualTo(2000);
    }

    @Test
    void programsThatHaveEndedMeanwhileTookNothing() {
        assertThat(Patience.begin(used(3, 0)).waited().ownMillis()).isZero();
    }

    @Test
    void aSilenceLastsAsLongAsItShouldOnAFairMachine() throws InterruptedException {
        long begun = System.nanoTime();

        assertThat(on(FAIR, used(0, 0)).quiet(MOMENT, () -> false).doubt()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(MOMENT, MOMENT.multipliedBy(8));
    }

    @Test
    void aSilenceOnAStarvedMachineLastsLongerAndSaysNothingInTheEnd() throws InterruptedException {
        long begun = System.nanoTime();

        assertThat(on(STARVED, used(0, 0)).quiet(MOMENT, () -> false).doubt()).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(MOMENT.multipliedBy(8));
    }

    /** Else whoever starves the machine would not be seen to break it. */
    @Test
    void aSilenceSaysNothingEitherIfTheLearnersProgramsKeepTheMachineBusy() throws InterruptedException {
        assertThat(on(STARVED, used(0, 10_000)).quiet(MOMENT, () -> false).doubt())
                .isPresent();
    }

    @Test
    void aSilenceBrokenByWhoKeepsTheMachineBusyIsBroken() throws InterruptedException {
        assertThat(on(STARVED, used(0, 10_000)).quiet(MOMENT, () -> true).doubt())
                .isEmpty();
    }

    @Test
    void aBrokenSilenceEndsAtOnce() throws InterruptedException {
        Waited waited = on(FAIR, used(0, 0)).quiet(Duration.ofMinutes(1), () -> true);

        assertThat(waited.millis()).isLessThan(30_000);
    }

    /** So many seconds at first, and so many ever after. */
    private static Supplier<Duration> used(int first, int then) {
        Iterator<Integer> seconds = List.of(first).iterator();
        return () -> Duration.ofSeconds(seconds.hasNext() ? seconds.next() : then);
    }

    private static Patience on(long slowdown, Supplier<Duration> used) {
        return Patience.begin(used, Pace.by(new Machine(slowdown)));
    }

    /** Its time is ours, but who computes there gets but a part of it. */
    private static final class Machine implements Pace.Clocks {
        private final long slowdown;

        Machine(long slowdown) {
            this.slowdown = slowdown;
        }

        @Override
        public long cpuNanos() {
            return System.nanoTime() / slowdown;
        }
    }
}
