package quorumbook.labs.quiet;

import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Loggers that say nothing, for {@link System#getLogger}. Found by {@code ServiceLoader}: without it, the first logger that is
 * asked for would have the JVM open every jar of the class path in search of one.
 */
public final class QuietLoggers extends System.LoggerFinder {
    @Override
    public System.Logger getLogger(String name, Module module) {
        return new Quiet(name);
    }

    private record Quiet(String name) implements System.Logger {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            return false;
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String words, @Nullable Throwable thrown) {}

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String format, @Nullable Object... values) {}
    }
}
