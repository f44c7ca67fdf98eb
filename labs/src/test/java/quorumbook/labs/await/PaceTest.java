package quorumbook.labs.await;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Machine machine = new Machine();
    private final Pace pace = Pace.by(machine);

    @Test
    void anIdleMachineSparesAll() {
        waits(Duration.ofSeconds(20));

        assertThat(part()).isBetween(0.999, 1.0);
        assertThat(pace.time()).isGreaterThan(Duration.ofSeconds(19));
    }

    @Test
    void aMachineOnWhichAProgramTakesTwentyTimesAsLongSparesATwentieth() {
        machine.slowdown = 20;
        waits(Duration.ofSeconds(20));

        assertThat(part()).isBetween(0.045, 0.055);
    }

    @Test
    void whatWasBusyForHalfOfTheTimeSparesTheOtherHalf() {
        machine.slowdown = 1000;
        waits(Duration.ofSeconds(10));
        machine.slowdown = 1;
        waits(Duration.ofSeconds(10));

        assertThat(part()).isBetween(0.4, 0.6);
    }

    /** As when a laptop sleeps: nothing ran, and the first look afterwards finds a machine that does nothing. */
    @Test
    void aMachineThatStoodStillSparedNothingMeanwhile() {
        waits(Duration.ofSeconds(1));
        machine.now += Duration.ofMinutes(1).toNanos();
        pace.sample();

        assertThat(pace.time()).isGreaterThan(Duration.ofMinutes(1));
        assertThat(pace.spared()).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void aShortWaitCostsNothing() {
        machine.now += Duration.ofMillis(400).toNanos();
        pace.goOn();

        assertThat(machine.cpu).isZero();
    }

    @Test
    void aLongWaitCostsATwentiethOfOneProcessorAtMost() {
        waits(Duration.ofSeconds(20));

        assertThat(Duration.ofNanos(machine.cpu)).isBetween(Duration.ofMillis(100), Duration.ofSeconds(1));
    }

    @Test
    void onAMachineThatGivesNothingItGivesUpToo() {
        machine.slowdown = 1_000_000;
        pace.sample();

        assertThat(pace.time()).isLessThan(Duration.ofSeconds(3));
        assertThat(pace.spared()).isLessThan(Duration.ofMillis(1));
    }

    private double part() {
        return (double) pace.spared().toNanos() / pace.time().toNanos();
    }

    private void waits(Duration time) {
        long end = machine.now + time.toNanos();
        while (machine.now < end) {
            pace.goOn();
            machine.now += Duration.ofMillis(20).toNanos();
        }
    }

    /** Whoever looks at the time has computed for a microsecond, which takes longer the busier it is. */
    private static final class Machine implements Pace.Clocks {
        private static final long LOOK = 1_000;

        long now;
        long cpu;
        long slowdown = 1;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public long cpuNanos() {
            long used = cpu;
            cpu += LOOK;
            now += LOOK * slowdown;
            return used;
        }
    }
}
