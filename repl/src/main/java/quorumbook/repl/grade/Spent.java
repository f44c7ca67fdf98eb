package quorumbook.repl.grade;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The time of one attempt or of many, by what it went into; what took none is not in it. */
public record Spent(Map<Stage, Duration> times) {
    public Spent {
        Map<Stage, Duration> ordered = new EnumMap<>(Stage.class);
        times.forEach((stage, time) -> {
            if (time.compareTo(Duration.ZERO) > 0) {
                ordered.put(stage, time);
            }
        });
        times = Collections.unmodifiableMap(ordered);
    }

    public static Spent nothing() {
        return new Spent(Map.of());
    }

    public Spent and(Stage stage, Duration time) {
        Map<Stage, Duration> more = new EnumMap<>(Stage.class);
        more.putAll(times);
        more.merge(stage, time, Duration::plus);
        return new Spent(more);
    }

    public Spent and(Spent other) {
        Spent sum = this;
        for (Map.Entry<Stage, Duration> each : other.times.entrySet()) {
            sum = sum.and(each.getKey(), each.getValue());
        }
        return sum;
    }

    public Duration total() {
        return times.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** As it is shown: {@code starting servers 1.2 s, the submission 0.4 s}. */
    @Override
    public String toString() {
        return times.entrySet().stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "%s %.1f s",
                        each.getKey().words(),
                        each.getValue().toMillis() / 1000.0))
                .collect(Collectors.joining(", "));
    }
}
