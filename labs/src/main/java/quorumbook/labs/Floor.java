package quorumbook.labs;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * What an exercise has to wait for, whoever does it: the time-outs that servers and clients are configured with, the silences
 * in which somebody could still break a claim, and the steps that follow one another.
 *
 * @param waits by what is waited for
 * @param steps how often each is taken; of those that are taken at the same time, one counts
 */
public record Floor(Map<String, Duration> waits, Map<Step, Integer> steps) {
    public Floor {
        waits = Collections.unmodifiableMap(new LinkedHashMap<>(waits));
        steps = Collections.unmodifiableMap(steps.isEmpty() ? new EnumMap<>(Step.class) : new EnumMap<>(steps));
    }

    public static Floor none() {
        return new Floor(Map.of(), Map.of());
    }

    public boolean isNone() {
        return waits.isEmpty() && steps.isEmpty();
    }

    public Floor and(String what, Duration wait) {
        Map<String, Duration> more = new LinkedHashMap<>(waits);
        more.merge(what, wait, Duration::plus);
        return new Floor(more, steps);
    }

    public Floor and(Step step, int times) {
        Map<Step, Integer> more = new LinkedHashMap<>(steps);
        more.merge(step, times, Integer::sum);
        return new Floor(waits, more);
    }

    /** How many of those that begin at the same time have to follow one another, since each keeps a processor busy. */
    public static int inTurn(int atOnce) {
        int processors = Runtime.getRuntime().availableProcessors();
        return (atOnce + processors - 1) / processors;
    }

    public Floor and(Floor other) {
        Floor sum = this;
        for (Map.Entry<String, Duration> wait : other.waits.entrySet()) {
            sum = sum.and(wait.getKey(), wait.getValue());
        }
        for (Map.Entry<Step, Integer> step : other.steps.entrySet()) {
            sum = sum.and(step.getKey(), step.getValue());
        }
        return sum;
    }

    /** All waits, without the steps. */
    public Duration total() {
        return waits.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * All of it on a machine where each step takes that long.
     *
     * @param prices of every step that is taken here
     */
    public Duration total(Map<Step, Duration> prices) {
        Duration sum = total();
        for (Map.Entry<Step, Integer> step : steps.entrySet()) {
            sum = sum.plus(Objects.requireNonNull(prices.get(step.getKey()), step::toString)
                    .multipliedBy(step.getValue()));
        }
        return sum;
    }

    /** As it is shown: {@code 1.0 s until a session ends, 1.5 s of silence, writes ×20}. */
    @Override
    public String toString() {
        StringJoiner words = new StringJoiner(", ");
        waits.forEach(
                (what, wait) -> words.add(String.format(Locale.ROOT, "%.1f s ", wait.toMillis() / 1000.0) + what));
        steps.forEach((step, times) -> words.add(step.words() + " ×" + times));
        return words.toString();
    }

    /**
     * What servers and programs have to do in an exercise, whoever waits for it. How long a step takes is the machine's: the bench
     * measures it where it measures the exercise, done as barely as can be.
     */
    public enum Step {
        /** A write to ZooKeeper that is acknowledged. */
        WRITE("writes"),
        /** A question to ZooKeeper that is answered. */
        READ("reads"),
        /** A client of its own in a JVM that was forked ahead: it is loaded, connects, and has one request answered. */
        PROGRAM("programs that connect"),
        /** A server that is started, until it answers. */
        SERVER("starts of a server"),
        /** One that is started where a leader is, until it follows. */
        FOLLOWER("starts of a follower"),
        /** A server that is asked to end, until it is gone. */
        STOP("stops of a server"),
        /** A broker that was killed is started, until it is in the ISR again. */
        BROKER("returns of a broker");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        /** More than one of them. */
        public String words() {
            return words;
        }
    }
}
