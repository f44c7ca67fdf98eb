package quorumbook.labs.observe;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The time at the beginning of a line of a server log, which bears the zone and not the day. */
final class LogTime {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS[XXX][X]");
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private LogTime() {}

    /** The last moment at which it was that time of the day; a clock of another machine may be a little ahead. */
    static Instant moment(String time, Instant now) {
        Optional<OffsetTime> read = read(time);
        if (read.isEmpty()) {
            return now;
        }
        ZoneOffset zone = read.get().getOffset();
        OffsetDateTime today = now.atOffset(zone).with(read.get().toLocalTime());
        boolean ahead = today.toInstant().isAfter(now.plus(TOLERANCE));
        return (ahead ? today.minusDays(1) : today).toInstant();
    }

    private static Optional<OffsetTime> read(String time) {
        try {
            return Optional.of(OffsetTime.parse(time, TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
