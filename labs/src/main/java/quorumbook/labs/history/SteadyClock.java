package quorumbook.labs.history;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that is set by the machine's once and never goes back, whatever the machine's does then. */
public final class SteadyClock extends Clock {
    private final Instant start;
    private final long nanos;
    private final ZoneId zone;

    private SteadyClock(Instant start, long nanos, ZoneId zone) {
        this.start = start;
        this.nanos = nanos;
        this.zone = zone;
    }

    /** Starts it now. */
    public static SteadyClock start() {
        return new SteadyClock(Instant.now(), System.nanoTime(), ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - nanos);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SteadyClock(start, nanos, other);
    }
}
