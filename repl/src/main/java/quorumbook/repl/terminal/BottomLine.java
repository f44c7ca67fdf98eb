package quorumbook.repl.terminal;

import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/**
 * The last row of the window, kept out of what scrolls. Written with the sequences of a VT100 and not with JLine's own
 * Status, which draws over the prompt when a window shrinks by a row while it ticks. Used under the lock of the flow.
 */
final class BottomLine {
    private static final int FEWEST_ROWS = 10;
    private static final int FEWEST_COLUMNS = 30;
    private static final String SAVE = "\u001b7";
    private static final String RESTORE = "\u001b8";
    private static final String WHOLE_WINDOW = "\u001b[r";
    private static final String DOWN_AND_UP = "\u001bD\u001b[A";
    private static final String ERASE_BELOW = "\u001b[J";

    private final Terminal terminal;
    private Size size = Size.of(0, 0);
    private String drawn = "";
    private boolean shown;

    BottomLine(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Whether such a terminal can keep a row, in a window of that size. */
    static boolean fits(Terminal terminal, Size size) {
        return size.getRows() >= FEWEST_ROWS
                && size.getColumns() >= FEWEST_COLUMNS
                && terminal.getStringCapability(Capability.change_scroll_region) != null
                && terminal.getStringCapability(Capability.cursor_address) != null
                && terminal.getStringCapability(Capability.save_cursor) != null;
    }

    boolean isShown() {
        return shown;
    }

    /** Whether the row was reserved in a window of another size. */
    boolean isMisplaced(Size now) {
        return shown && (now.getRows() != size.getRows() || now.getColumns() != size.getColumns());
    }

    /** Draws the line, which must fit, if it differs from what stands there. */
    void show(String line, Size now) {
        if (!shown) {
            reserve(now);
        }
        if (!line.equals(drawn)) {
            // Without wrapping: a sign that this font draws wider than it should must not run on.
            write(SAVE + "\u001b[" + size.getRows() + ";1H\u001b[m\u001b[2K\u001b[?7l" + line + "\u001b[?7h" + RESTORE);
            drawn = line;
        }
    }

    /** Gives the row back. */
    void hide() {
        if (shown) {
            write(farewell());
            shown = false;
        }
    }

    /** What gives the row back, for a process that is ending and whose terminal may be closed. */
    String farewell() {
        return shown ? SAVE + WHOLE_WINDOW + "\u001b[" + size.getRows() + ";1H\u001b[2K" + RESTORE : "";
    }

    /**
     * Forgets the row in a window that has changed, where nobody knows on which row the old line stands now: it is
     * somewhere below the cursor, which must be where all text ends.
     */
    void abandon() {
        write(SAVE + WHOLE_WINDOW + RESTORE + ERASE_BELOW);
        shown = false;
    }

    /** The line was wiped by somebody. */
    void redrawNextTime() {
        drawn = "";
    }

    /** Makes room below the cursor first, or the line would be drawn over the one that is being typed. */
    private void reserve(Size now) {
        size = Size.of(now.getColumns(), now.getRows());
        write(DOWN_AND_UP + SAVE + "\u001b[1;" + (size.getRows() - 1) + "r" + RESTORE);
        shown = true;
        drawn = "";
    }

    private void write(String text) {
        terminal.writer().write(text);
        terminal.writer().flush();
    }
}
