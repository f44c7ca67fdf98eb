package quorumbook.repl.terminal.look;

import org.jline.utils.WCWidth;

/** How many columns of a terminal text takes. */
public final class Columns {
    private Columns() {}

    public static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            columns += of(point);
            i += Character.charCount(point);
        }
        return columns;
    }

    /** The columns of text that was painted. */
    public static int ofPainted(String text) {
        return of(text.indexOf('\u001b') < 0 ? text : text.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    static int of(int codePoint) {
        return codePoint >= ' ' && codePoint < 0x7f ? 1 : Math.max(0, WCWidth.wcwidth(codePoint));
    }

    /** The text cut to so many columns, with an ellipsis if anything is missing. */
    public static String cut(String text, int columns, String ellipsis) {
        if (of(text) <= columns) {
            return text;
        }
        int room = Math.max(0, columns - of(ellipsis));
        int taken = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            if (taken + of(point) > room) {
                break;
            }
            taken += of(point);
            end += Character.charCount(point);
        }
        return text.substring(0, end) + ellipsis;
    }
}
