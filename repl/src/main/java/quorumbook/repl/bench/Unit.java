package quorumbook.repl.bench;

import java.util.Locale;

/** What a figure is counted in, and how it is written. */
enum Unit {
    SECONDS("%.2f s"),
    MILLISECONDS("%.1f ms"),
    MEGABYTES("%.0f MB");

    private final String format;

    Unit(String format) {
        this.format = format;
    }

    String words(double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** A span of time, in this unit. */
    double of(long nanos) {
        return this == SECONDS ? nanos / 1e9 : nanos / 1e6;
    }
}
