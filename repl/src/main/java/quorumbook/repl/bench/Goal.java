package quorumbook.repl.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/** What a figure should come to. */
sealed interface Goal {
    boolean isMet(double ours, OptionalDouble other);

    String words(Unit unit);

    /** Ours is at most this part of the other's. */
    record Ratio(double limit) implements Goal {
        @Override
        public boolean isMet(double ours, OptionalDouble other) {
            return other.isPresent() && ours <= limit * other.getAsDouble();
        }

        @Override
        public String words(Unit unit) {
            return String.format(Locale.ROOT, "≤ %.2f", limit);
        }
    }

    /** Ours is less than this, whatever others do. */
    record Below(double limit) implements Goal {
        @Override
        public boolean isMet(double ours, OptionalDouble other) {
            return ours < limit;
        }

        @Override
        public String words(Unit unit) {
            return "< " + unit.words(limit);
        }
    }
}
