package quorumbook.labs.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of one attempt, drawn from its seed: the same seed draws the same values. The lesson shows them as {@code
 * ${name}}, the learner types {@code $name} or {@code given("name")}.
 */
public record Given(long seed, Map<String, String> values) {
    private static final Pattern NAME = Pattern.compile("\\$(?:\\{([A-Za-z][A-Za-z0-9]*)}|([A-Za-z][A-Za-z0-9]*))");

    public Given {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The value of that name. */
    public String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing is given as '" + name + "'; given are " + values.keySet());
        }
        return value;
    }

    public int number(String name) {
        return Integer.parseInt(value(name));
    }

    /** The text with each {@code $name} and {@code ${name}} replaced by its value; other names stay as they are. */
    public String fill(String text) {
        Matcher matcher = NAME.matcher(text);
        return matcher.replaceAll(found -> {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            return Matcher.quoteReplacement(values.getOrDefault(name, found.group()));
        });
    }

    public static Drawing from(long seed) {
        return new Drawing(seed);
    }

    /** Draws values in the order in which they are asked for. */
    public static final class Drawing {
        private final long seed;
        private final Random random;
        private final Map<String, String> values = new LinkedHashMap<>();

        private Drawing(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        /** {@code stem} followed by four random hexadecimal digits: {@code /shop-4f2a}. */
        public Drawing word(String name, String stem) {
            return put(name, "%s%04x".formatted(stem, random.nextInt(0x10000)));
        }

        /** A number from {@code least} to {@code most}, both included. */
        public Drawing number(String name, int least, int most) {
            return put(name, Integer.toString(least + random.nextInt(most - least + 1)));
        }

        public Drawing oneOf(String name, List<String> choices) {
            return put(name, choices.get(random.nextInt(choices.size())));
        }

        public Drawing put(String name, String value) {
            values.put(name, value);
            return this;
        }

        /** Replaces a value drawn before by what {@code made} makes of it. */
        public Drawing with(String name, UnaryOperator<String> made) {
            return put(name, made.apply(soFar().value(name)));
        }

        /** What has been drawn so far, to draw the next value from. */
        public Given soFar() {
            return new Given(seed, values);
        }

        public Given done() {
            return new Given(seed, values);
        }
    }
}
