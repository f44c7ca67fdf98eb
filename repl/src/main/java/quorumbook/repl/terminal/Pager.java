package quorumbook.repl.terminal;

import java.time.Duration;
import java.util.List;
import quorumbook.repl.terminal.look.Columns;

/** Turns the pages of a long text where there is somebody to turn them; any other key ends it and is typed at the prompt. */
final class Pager {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration REST_OF_SEQUENCE = Duration.ofMillis(30);
    private static final int ESCAPE = 27;

    private final Keys keys;

    /** What the reader wants. */
    enum Turn {
        PAGE,
        ROW,
        ENOUGH
    }

    Pager(Keys keys) {
        this.keys = keys;
    }

    /** How many of the rows, from the first, fit into the window before the first question. */
    static int firstScreen(List<String> rows, int columns, int windowRows) {
        return fitting(rows, 0, columns, windowRows - 1);
    }

    /** How many rows from there fit; a row wider than the window takes several. */
    static int fitting(List<String> rows, int from, int columns, int room) {
        int taken = 0;
        int end = from;
        while (end < rows.size()) {
            int height = heightOf(rows.get(end), columns);
            if (taken + height > room && end > from) {
                break;
            }
            taken += height;
            end++;
        }
        return end - from;
    }

    private static int heightOf(String row, int columns) {
        int width = Columns.ofPainted(row);
        return Math.max(1, (width + columns - 1) / columns);
    }

    /** Waits for a key that says how to go on. */
    Turn turn() {
        while (true) {
            int key = keys.next(LONG);
            switch (key) {
                case Keys.NONE -> {
                    continue;
                }
                case ' ', 'f' -> {
                    return Turn.PAGE;
                }
                case '\r', '\n', 'j' -> {
                    return Turn.ROW;
                }
                case 'q', 'Q', Keys.CTRL_C, Keys.END -> {
                    return Turn.ENOUGH;
                }
                case ESCAPE -> {
                    return sequence();
                }
                default -> {
                    keys.putBack(key);
                    return Turn.ENOUGH;
                }
            }
        }
    }

    /** Page Down and Down turn as well; other keys with a sequence mean nothing here. */
    private Turn sequence() {
        StringBuilder sequence = new StringBuilder();
        for (int key = keys.next(REST_OF_SEQUENCE); key >= 0; key = keys.next(REST_OF_SEQUENCE)) {
            sequence.append((char) key);
            if (sequence.length() > 1 && key >= '@') {
                break;
            }
        }
        return switch (sequence.toString()) {
            case "" -> Turn.ENOUGH;
            case "[6~" -> Turn.PAGE;
            case "[B", "OB" -> Turn.ROW;
            default -> turn();
        };
    }
}
