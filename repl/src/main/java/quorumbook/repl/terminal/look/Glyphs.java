package quorumbook.repl.terminal.look;

/** What each sign that we draw is called where it cannot be drawn, or is to be heard. */
final class Glyphs {
    private Glyphs() {}

    static String inWords(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        StringBuilder words = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c < 0x80) {
                words.append((char) c);
            } else {
                append(words, c);
            }
        });
        return words.toString();
    }

    private static void append(StringBuilder words, int c) {
        switch (c) {
            case '✓', '✔' -> words.append("pass:");
            case '✗', '✘' -> words.append("fail:");
            case '⚠' -> words.append("warning:");
            case '●' -> words.append("up");
            case '○' -> words.append("down");
            case '◐', '⏸', '‖' -> words.append("paused");
            case '★' -> words.append("leader");
            case '⏎' -> words.append("(Enter)");
            case '•', '·', '▸', '–', '▪' -> words.append('-');
            case '—' -> words.append("--");
            case '→', '⇒', '▶' -> words.append("->");
            case '←', '⇐' -> words.append("<-");
            case '↑' -> words.append('^');
            case '↓' -> words.append('v');
            case '…' -> words.append("...");
            case '“', '”' -> words.append('"');
            case '‘', '’' -> words.append('\'');
            case '×' -> words.append('x');
            case '≤' -> words.append("<=");
            case '≥' -> words.append(">=");
            case '≠' -> words.append("!=");
            case '≈' -> words.append('~');
            case '\u00a0' -> words.append(' ');
            default -> words.append(isBoxDrawing(c) ? line(c) : Character.toString(c));
        }
    }

    private static boolean isBoxDrawing(int c) {
        return c >= 0x2500 && c <= 0x257f;
    }

    private static String line(int c) {
        return switch (c) {
            case '─', '━', '═', '╌', '┄', '┈', '╴', '╶' -> "-";
            case '│', '┃', '║', '╎', '┆', '┊', '╵', '╷' -> "|";
            default -> "+";
        };
    }
}
