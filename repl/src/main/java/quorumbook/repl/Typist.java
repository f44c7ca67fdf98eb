package quorumbook.repl;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Types a line each time that the prompt asks for one: what is painted goes in, what is typed comes out. */
final class Typist extends OutputStream {
    /** Bracketed paste is switched on: the prompt begins to read. */
    private static final byte[] PROMPT = "\u001b[?2004h".getBytes(StandardCharsets.US_ASCII);

    private static final int LONGEST_LINE = 1024;

    private final Queue<String> lines;
    private final PipedOutputStream typing = new PipedOutputStream();
    // Open to the end: a keyboard that is gone would end the sitting at once.
    private final PipedInputStream keyboard = new PipedInputStream(typing, LONGEST_LINE);
    private int seen;

    Typist(List<String> lines) throws IOException {
        this.lines = new ArrayDeque<>(lines);
    }

    InputStream keyboard() {
        return keyboard;
    }

    @Override
    public void write(int painted) throws IOException {
        seen = painted == PROMPT[seen] ? seen + 1 : painted == PROMPT[0] ? 1 : 0;
        if (seen == PROMPT.length) {
            seen = 0;
            type();
        }
    }

    private void type() throws IOException {
        String line = lines.poll();
        if (line != null) {
            typing.write((line + "\r").getBytes(StandardCharsets.UTF_8));
            typing.flush();
        }
    }
}
