package quorumbook.repl;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Types a line each time that the prompt asks for one. */
final class Typist {
    /** Bracketed paste is switched on: the prompt begins to read. */
    private static final byte[] PROMPT = "\u001b[?2004h".getBytes(StandardCharsets.US_ASCII);

    private final InputStream picture;
    private final OutputStream keyboard;

    Typist(InputStream picture, OutputStream keyboard) {
        this.picture = picture;
        this.keyboard = keyboard;
    }

    /** Types them all, on a thread of its own: it does not end as long as the terminal is there. */
    void type(List<String> lines) {
        Thread thread = new Thread(() -> typeAll(lines), "quorumbook-typist");
        thread.setDaemon(true);
        thread.start();
    }

    private void typeAll(List<String> lines) {
        try {
            for (String line : lines) {
                if (!awaitPrompt()) {
                    return;
                }
                keyboard.write((line + "\r").getBytes(StandardCharsets.UTF_8));
                keyboard.flush();
            }
            while (picture.read() >= 0) {
                // So that the program is not held up by a full terminal.
            }
        } catch (IOException e) {
            // The terminal is gone, and with it the program.
            return;
        }
    }

    private boolean awaitPrompt() throws IOException {
        int seen = 0;
        while (seen < PROMPT.length) {
            int painted = picture.read();
            if (painted < 0) {
                return false;
            }
            seen = painted == PROMPT[seen] ? seen + 1 : painted == PROMPT[0] ? 1 : 0;
        }
        return true;
    }
}
