package quorumbook.repl.tools;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A stream to print on whose lines go to a consumer of text as they are completed, and the rest when it is closed. */
final class Printing extends PrintStream {
    private final Consumer<String> consumer;
    private final Lines lines;

    private Printing(Lines lines, Consumer<String> consumer) {
        super(lines, false, StandardCharsets.UTF_8);
        this.lines = lines;
        this.consumer = consumer;
    }

    static Printing to(Consumer<String> consumer) {
        return new Printing(new Lines(consumer), consumer);
    }

    @Override
    public void close() {
        flush();
        lines.giveAll(consumer);
    }

    /** Collects bytes up to the end of a line, so that no character is given in halves. */
    private static final class Lines extends ByteArrayOutputStream {
        private final Consumer<String> consumer;

        Lines(Consumer<String> consumer) {
            this.consumer = consumer;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            if (count > 0 && buf[count - 1] == '\n') {
                giveAll(consumer);
            }
        }

        synchronized void giveAll(Consumer<String> to) {
            if (count > 0) {
                to.accept(toString(StandardCharsets.UTF_8));
                reset();
            }
        }
    }
}
