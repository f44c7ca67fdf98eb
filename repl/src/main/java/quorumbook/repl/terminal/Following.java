package quorumbook.repl.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import quorumbook.repl.page.Page;
import quorumbook.repl.terminal.look.Columns;
import quorumbook.repl.terminal.look.Look;
import quorumbook.repl.terminal.look.PageWriter;

/** Shows a page that changes: on a screen of its own until a key is pressed, or by adding the rows that are new. */
final class Following {
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final String OWN_SCREEN = "\u001b[?1049h\u001b[?25l";
    private static final String SCREEN_BEFORE = "\u001b[?25h\u001b[?1049l";

    private final Terminal terminal;
    private final Look look;
    private final PageWriter writer;
    private final Keys keys;

    Following(Terminal terminal, Look look, Keys keys) {
        this.terminal = terminal;
        this.look = look;
        this.writer = new PageWriter(look);
        this.keys = keys;
    }

    /** Paints over what is there; returns the last rows. To be called while nobody else writes. */
    List<String> repainting(Callable<Page> pages) throws Exception {
        write(OWN_SCREEN);
        try {
            while (true) {
                List<String> rows = rows(pages.call());
                paint(rows);
                if (waited() != Keys.NONE) {
                    return rows;
                }
            }
        } finally {
            write(SCREEN_BEFORE);
        }
    }

    private void paint(List<String> rows) {
        int height = Math.max(4, terminal.getRows());
        int room = Math.min(rows.size(), height - 2);
        StringBuilder screen = new StringBuilder("\u001b[H");
        for (String row : rows.subList(0, room)) {
            screen.append(row).append("\u001b[K\r\n");
        }
        String left = room < rows.size() ? (rows.size() - room) + " more rows. " : "";
        String hint = Columns.cut(left + "Any key ends this.", columns(), "");
        screen.append("\u001b[J\u001b[").append(height).append(";1H").append(look.words(hint));
        write(screen.toString());
    }

    /** Hands over each row that was not there before; all of them at first. */
    void appending(Callable<Page> pages, java.util.function.Consumer<List<String>> print) throws Exception {
        List<String> before = List.of();
        do {
            List<String> now = rows(pages.call());
            List<String> fresh = new ArrayList<>(now);
            fresh.removeAll(before);
            if (!fresh.isEmpty()) {
                print.accept(fresh);
            }
            before = now;
        } while (waited() == Keys.NONE);
    }

    /** The key that was pressed meanwhile. */
    private int waited() throws InterruptedException {
        int key = keys.next(BETWEEN);
        if (Thread.interrupted()) {
            throw new InterruptedException("asked to stop");
        }
        return key;
    }

    private List<String> rows(Page page) {
        return writer.rows(page, columns()).stream()
                .map(row -> row.painted(look.colours()))
                .toList();
    }

    private int columns() {
        return terminal.getColumns() > 0 ? terminal.getColumns() : Look.UNKNOWN_COLUMNS;
    }

    private void write(String text) {
        terminal.writer().write(text);
        terminal.writer().flush();
    }
}
