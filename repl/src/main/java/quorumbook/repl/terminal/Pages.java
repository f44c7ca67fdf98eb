package quorumbook.repl.terminal;

import java.util.List;
import org.jline.terminal.Terminal;
import quorumbook.repl.terminal.look.Look;

/** Shows rows that are more than the window holds one window at a time, as the reader asks for them. */
final class Pages {
    private final Terminal terminal;
    private final Look look;
    private final Flow flow;
    private final Outlet outlet;
    private final Keys keys;
    private final Attention attention;
    private final Ticking ticking;

    Pages(Terminal terminal, Look look, Flow flow, Outlet outlet, Keys keys, Attention attention, Ticking ticking) {
        this.terminal = terminal;
        this.look = look;
        this.flow = flow;
        this.outlet = outlet;
        this.keys = keys;
        this.attention = attention;
        this.ticking = ticking;
    }

    int columns() {
        int columns = terminal.getColumns();
        return columns > 0 ? columns : Look.UNKNOWN_COLUMNS;
    }

    /** The rows that scroll. */
    private int windowRows() {
        int rows = terminal.getRows();
        return rows <= 0
                ? Integer.MAX_VALUE
                : Math.max(4, rows - (ticking.bottom().isShown() ? 1 : 0));
    }

    /** All at once where nobody would turn them, or where somebody is typing ahead already. */
    void show(List<String> rows) {
        int first = Pager.firstScreen(rows, columns(), windowRows());
        if (first >= rows.size() || look.motion() == Look.Motion.APPENDS || !keys.isEmpty()) {
            outlet.print(rows);
            return;
        }
        Runnable before = attention.turn(() -> keys.putBack(Keys.CTRL_C));
        try {
            attention.listening(() -> {
                outlet.print(rows.subList(0, first));
                turn(rows, first);
            });
        } finally {
            attention.turn(before);
        }
    }

    private void turn(List<String> rows, int first) {
        Pager pager = new Pager(keys);
        int shown = first;
        while (shown < rows.size()) {
            int left = rows.size() - shown;
            Pager.Turn turn = ticking.during(
                    new Question(flow, look.words("-- " + left + " more: Space, Enter, q --")), pager::turn);
            if (turn == Pager.Turn.ENOUGH) {
                outlet.print(List.of(look.words("…")));
                return;
            }
            int count = turn == Pager.Turn.ROW ? 1 : Pager.fitting(rows, shown, columns(), windowRows() - 1);
            outlet.print(rows.subList(shown, shown + count));
            shown += count;
        }
    }
}
