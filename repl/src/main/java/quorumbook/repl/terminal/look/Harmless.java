package quorumbook.repl.terminal.look;

import java.util.Locale;

/**
 * Takes the sting out of what other programs print: colours may pass, everything that could move the cursor, rename the
 * window or hide text may not. Remembers a sequence that was cut in two.
 */
public final class Harmless {
    private static final char ESCAPE = '\u001b';
    private static final int LONGEST_SEQUENCE = 64;

    private final Look.Colours colours;
    private final StringBuilder sequence = new StringBuilder();
    private State state = State.TEXT;
    private boolean coloured;

    private enum State {
        TEXT,
        ESCAPED,
        CONTROL,
        STRING,
        STRING_ESCAPED
    }

    public Harmless(Look.Colours colours) {
        this.colours = colours;
    }

    /** One line of somebody's text with its control characters made visible. */
    static String inLine(String text) {
        if (text.chars().noneMatch(c -> isControl(c) && c != '\n')) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                clean.append("    ");
            } else if (c != '\n' && isControl(c)) {
                clean.append(visible(c));
            } else {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /** The next piece of the stream, fit to be shown. */
    public String pass(String chunk) {
        StringBuilder clean = new StringBuilder(chunk.length());
        for (int i = 0; i < chunk.length(); i++) {
            step(chunk.charAt(i), clean);
        }
        return clean.toString();
    }

    /** What must be written before anybody else writes: ends a colour that the program left on. */
    public String settle() {
        state = State.TEXT;
        sequence.setLength(0);
        String end = coloured ? ESCAPE + "[0m" : "";
        coloured = false;
        return end;
    }

    private void step(char c, StringBuilder clean) {
        switch (state) {
            case TEXT -> text(c, clean);
            case ESCAPED -> escaped(c);
            case CONTROL -> control(c, clean);
            case STRING -> string(c);
            case STRING_ESCAPED -> state = c == '\\' ? State.TEXT : State.STRING;
        }
    }

    private void text(char c, StringBuilder clean) {
        if (c == ESCAPE) {
            state = State.ESCAPED;
        } else if (c == '\u009b') {
            begin(State.CONTROL);
        } else if (c == '\n' || c == '\t' || !isControl(c)) {
            clean.append(c);
        } else if (c != '\r') {
            clean.append(visible(c));
        }
    }

    private void escaped(char c) {
        switch (c) {
            case '[' -> begin(State.CONTROL);
            case ']', 'P', '_', '^', 'X' -> begin(State.STRING);
            case ESCAPE -> state = State.ESCAPED;
            default -> state = c >= 0x20 && c < 0x30 ? State.ESCAPED : State.TEXT;
        }
    }

    private void begin(State next) {
        sequence.setLength(0);
        state = next;
    }

    private void control(char c, StringBuilder clean) {
        if (c < 0x20 || c > 0x7e || sequence.length() > LONGEST_SEQUENCE) {
            state = State.TEXT;
            text(c, clean);
        } else if (c < 0x40) {
            sequence.append(c);
        } else {
            state = State.TEXT;
            if (c == 'm' && colours == Look.Colours.ON && isColour()) {
                clean.append(ESCAPE).append('[').append(sequence).append('m');
                coloured = true;
            }
        }
    }

    private boolean isColour() {
        return sequence.chars().allMatch(c -> c >= '0' && c <= '9' || c == ';' || c == ':')
                // Concealed text would be there and not be seen.
                && !(";" + sequence + ";").contains(";8;");
    }

    private void string(char c) {
        if (c == '\u0007' || c == '\u009c' || c == '\n') {
            state = State.TEXT;
        } else if (c == ESCAPE) {
            state = State.STRING_ESCAPED;
        }
    }

    private static boolean isControl(int c) {
        return c < 0x20
                || c >= 0x7f && c < 0xa0
                || c == 0x2028
                || c == 0x2029
                // Characters that turn the direction of text round make it read otherwise than it is.
                || c >= 0x202a && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069;
    }

    private static String visible(char c) {
        if (c < 0x20) {
            return "^" + (char) (c + '@');
        }
        return c == 0x7f ? "^?" : "\\u" + String.format(Locale.ROOT, "%04x", (int) c);
    }
}
