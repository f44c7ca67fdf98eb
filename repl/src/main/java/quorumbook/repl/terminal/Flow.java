package quorumbook.repl.terminal;

import java.util.concurrent.locks.ReentrantLock;
import org.jline.terminal.Terminal;

/**
 * What scrolls: text is added at its end and never changed, but for one passing line (a spinner, a question) that the
 * next text erases. Everything here is done under {@link #lock}.
 */
final class Flow {
    final ReentrantLock lock = new ReentrantLock();

    private final Terminal terminal;
    private boolean atLineStart = true;
    private boolean passing;

    Flow(Terminal terminal) {
        this.terminal = terminal;
    }

    void write(String text) {
        if (text.isEmpty()) {
            return;
        }
        erasePassing();
        terminal.writer().write(text);
        terminal.writer().flush();
        atLineStart = endsLine(text);
    }

    /** Text that takes no room: a colour going on or off. */
    void writeCode(String sequence) {
        if (!sequence.isEmpty()) {
            terminal.writer().write(sequence);
        }
    }

    /** What follows begins on a line of its own. */
    void freshLine() {
        erasePassing();
        if (!atLineStart) {
            write("\n");
        }
    }

    /** Shows a line that the next text erases; not in the middle of a line. */
    void pass(String line) {
        if (atLineStart) {
            terminal.writer().write("\r\u001b[K" + line);
            terminal.writer().flush();
            passing = true;
        }
    }

    void erasePassing() {
        if (passing) {
            terminal.writer().write("\r\u001b[K");
            terminal.writer().flush();
            passing = false;
        }
    }

    /** A line editor was here and left the cursor at the start of a line. */
    void lineBegan() {
        atLineStart = true;
        passing = false;
    }

    private static boolean endsLine(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 'm') {
            int escape = text.lastIndexOf("\u001b[", end - 1);
            if (escape < 0 || !isParameters(text, escape + 2, end - 1)) {
                break;
            }
            end = escape;
        }
        return end > 0 && text.charAt(end - 1) == '\n';
    }

    private static boolean isParameters(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9' || c == ';');
    }
}
