package quorumbook.labs.await;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * How fast a program gets on here while somebody waits for it: what this machine spares for one more thread that wants to
 * compute. Found out by computing a little now and then. That our own thread wakes in time says nothing: one that mostly
 * sleeps is served at once by a machine on which a program takes twenty times as long as it should. Not for several threads.
 */
public final class Pace {
    private static final long BETWEEN_SAMPLES = Duration.ofMillis(500).toNanos();
    /** Several times what a scheduler gives at a stretch, so that the sample has to queue as a program has to. */
    private static final long SAMPLE = Duration.ofMillis(20).toNanos();

    private static final long LONGEST_SAMPLE = Duration.ofSeconds(1).toNanos();
    /** A sample says nothing of what was long before: then all of us may have stood still, as when a laptop sleeps. */
    private static final long VALID = Duration.ofSeconds(2).toNanos();

    private final Clocks clocks;
    private final long begun;
    private long last;
    private double spared;

    private Pace(Clocks clocks) {
        this.clocks = clocks;
        this.begun = clocks.nanos();
        this.last = begun;
    }

    /** Begins now. */
    public static Pace start() {
        return by(new Clocks() {});
    }

    /** The same by other clocks. */
    public static Pace by(Clocks clocks) {
        return new Pace(clocks);
    }

    /** Time, and what the calling thread has used of a processor, both in ns; where that is not measured, it never waits. */
    public interface Clocks {
        default long nanos() {
            return System.nanoTime();
        }

        default long cpuNanos() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            return threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
                    ? threads.getCurrentThreadCpuTime()
                    : System.nanoTime();
        }
    }

    /** To be called again and again by whoever waits. */
    public void goOn() {
        if (clocks.nanos() - last >= BETWEEN_SAMPLES) {
            sample();
        }
    }

    /** Computes for 20 ms, or for as much of that as it comes to within a second. */
    public void sample() {
        long from = clocks.nanos();
        long used = clocks.cpuNanos();
        long now = from;
        long got = 0;
        while (got < SAMPLE && now - from < LONGEST_SAMPLE) {
            got = clocks.cpuNanos() - used;
            now = clocks.nanos();
        }
        double share = Math.min(1, (double) got / Math.max(1, now - from));
        spared += share * Math.min(now - last, VALID);
        last = now;
    }

    /** From the beginning to the last sample. */
    public Duration time() {
        return Duration.ofNanos(last - begun);
    }

    /** What one more thread would have had of a processor in that time. */
    public Duration spared() {
        return Duration.ofNanos((long) spared);
    }
}
