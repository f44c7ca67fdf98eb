package quorumbook.repl.format;

import quorumbook.repl.terminal.look.Harmless;
import quorumbook.repl.terminal.look.Look;

/**
 * Makes what a learner wrote or printed fit for any file: no escape sequence, no control character, nothing that XML or
 * UTF-8 cannot hold, and no more than can be read. Markup stays as text: that it is not taken for markup is for each format
 * to see to, by its own escapes.
 */
public final class CleanText {
    private static final char REPLACEMENT = '\ufffd';

    private CleanText() {}

    /** Text of several lines, at most so many characters long before it says that it was cut. */
    public static String block(String text, int most) {
        return cut(storable(new Harmless(Look.Colours.OFF).pass(text)), most);
    }

    /** The same on one line, for names, titles and attributes. */
    public static String line(String text, int most) {
        return cut(
                storable(new Harmless(Look.Colours.OFF).pass(text))
                        .replaceAll("\\s+", " ")
                        .strip(),
                most);
    }

    private static String storable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isStorable(c) ? c : REPLACEMENT));
        return clean.toString();
    }

    /** Surrogates arrive here only when they are alone; the last two of each plane are no characters. */
    private static boolean isStorable(int c) {
        boolean alone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean none = (c & 0xfffe) == 0xfffe || c >= 0xfdd0 && c <= 0xfdef;
        return !alone && !none && (c >= 0x20 || c == '\n' || c == '\t');
    }

    private static String cut(String text, int most) {
        String first = first(text, most);
        return first.length() == text.length()
                ? text
                : first + "… (cut: " + (text.length() - first.length()) + " more characters)";
    }

    /** The beginning of a text, at most so many characters, and no half of one. */
    static String first(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
