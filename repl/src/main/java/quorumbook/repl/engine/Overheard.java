package quorumbook.repl.engine;

import java.util.Optional;
import java.util.function.BiConsumer;
import quorumbook.repl.jvm.Ending;
import quorumbook.repl.jvm.Listener;

/** What a copy of a program says: its print's newest 64 KiB are kept, its reports passed on; nobody types for it. */
final class Overheard implements Listener {
    private static final int KEPT = 64 * 1024;

    // Guarded by itself.
    private final StringBuilder printed = new StringBuilder();
    private volatile BiConsumer<String, String> reports = (what, value) -> {};

    void reportsGoTo(BiConsumer<String, String> listener) {
        reports = listener;
    }

    String printed() {
        synchronized (printed) {
            return printed.toString();
        }
    }

    @Override
    public void out(String text) {
        synchronized (printed) {
            printed.append(text);
            if (printed.length() > KEPT) {
                printed.delete(0, printed.length() - KEPT);
            }
        }
    }

    @Override
    public void err(String text) {
        out(text);
    }

    @Override
    public Optional<String> line() {
        return Optional.empty();
    }

    @Override
    public void event(String sentence) {
        // A watch that fired: what the program makes of it, the program says.
    }

    @Override
    public void report(String what, String value) {
        reports.accept(what, value);
    }

    @Override
    public void ended(Ending ending) {
        // Whoever asks it something next will see.
    }
}
