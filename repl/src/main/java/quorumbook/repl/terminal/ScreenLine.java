package quorumbook.repl.terminal;

import java.util.HashMap;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.Display;
import quorumbook.repl.terminal.look.Columns;

/** JLine's editor for one line, sharing the window with a bottom line that ticks. */
class ScreenLine extends LineReaderImpl implements Typing, TypedInput {
    static final String CONTINUED = "  ...> ";

    private final BottomLine bottom;
    private final Runnable onResize;

    ScreenLine(Terminal terminal, BottomLine bottom, Runnable onResize) {
        super(terminal, "quorumbook", new HashMap<>());
        this.bottom = bottom;
        this.onResize = onResize;
        variables.put(SECONDARY_PROMPT_PATTERN, "%P" + CONTINUED);
        variables.put(ERRORS, 0);
        // Znodes and Java strings have exclamation marks and backslashes of their own.
        option(Option.DISABLE_EVENT_EXPANSION, true);
        option(Option.COMPLETE_MATCHER_TYPO, false);
        option(Option.HISTORY_REDUCE_BLANKS, false);
    }

    @Override
    public void typeAhead(String keys) {
        if (!keys.isEmpty()) {
            runMacro(keys);
        }
    }

    @Override
    public String read(String prompt) {
        return readLine(prompt);
    }

    @Override
    public void still(Runnable painting) {
        lock.lock();
        try {
            painting.run();
        } finally {
            lock.unlock();
        }
    }

    /** The screen decides when to draw again: JLine would do so at once, in the middle of a tick. */
    @Override
    protected synchronized void handleSignal(Signal signal) {
        if (signal == Signal.WINCH) {
            onResize.run();
        } else {
            super.handleSignal(signal);
        }
    }

    @Override
    public void liftBeforeResize(Size now) {
        int rows = rowsAboveCursor(Math.max(1, now.getColumns()));
        terminal.writer().write("\r" + (rows > 0 ? "\u001b[" + rows + "A" : ""));
    }

    @Override
    public void putBack(Size now) {
        size = Size.of(now.getColumns(), now.getRows());
        display = new Display(terminal, false);
        display.resize(size);
        redisplay(true);
    }

    @Override
    protected void redisplay(boolean flush) {
        if (bottom.isShown() && size.getRows() == terminal.getRows()) {
            size = Size.of(size.getColumns(), size.getRows() - 1);
        }
        super.redisplay(flush);
    }

    @Override
    public boolean clearScreen() {
        boolean cleared = super.clearScreen();
        bottom.redrawNextTime();
        return cleared;
    }

    private int rowsAboveCursor(int columns) {
        String[] lines = buf.upToCursor().split("\n", -1);
        int rows = 0;
        for (int i = 0; i < lines.length; i++) {
            // The continued prompt is padded to the width of the first.
            int width = Columns.of(prompt.toString()) + Columns.of(lines[i]);
            rows += i < lines.length - 1 ? Math.max(1, (width + columns - 1) / columns) : width / columns;
        }
        return rows;
    }
}
