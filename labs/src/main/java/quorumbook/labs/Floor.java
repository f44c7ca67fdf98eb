package quorumbook.labs;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an exercise has to wait for however fast the machine is: the time-outs that servers and clients are configured with, and
 * the silences in which somebody could still break a claim.
 *
 * @param waits by what is waited for
 */
public record Floor(Map<String, Duration> waits) {
    public Floor {
        waits = Collections.unmodifiableMap(new LinkedHashMap<>(waits));
    }

    public static Floor none() {
        return new Floor(Map.of());
    }

    public Floor and(String what, Duration wait) {
        Map<String, Duration> more = new LinkedHashMap<>(waits);
        more.merge(what, wait, Duration::plus);
        return new Floor(more);
    }

    public Floor and(Floor other) {
        Floor sum = this;
        for (Map.Entry<String, Duration> wait : other.waits.entrySet()) {
            sum = sum.and(wait.getKey(), wait.getValue());
        }
        return sum;
    }

    public Duration total() {
        return waits.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** As it is shown: {@code 1.0 s until a session ends, 1.5 s of silence}. */
    @Override
    public String toString() {
        return waits.entrySet().stream()
                .map(wait ->
                        String.format(Locale.ROOT, "%.1f s ", wait.getValue().toMillis() / 1000.0) + wait.getKey())
                .collect(Collectors.joining(", "));
    }
}
