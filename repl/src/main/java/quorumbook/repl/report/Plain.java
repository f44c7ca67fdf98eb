package quorumbook.repl.report;

import java.util.regex.Pattern;

/** What somebody's program has printed, without what it would have done to a terminal. */
final class Plain {
    private static final Pattern SEQUENCES = Pattern.compile(
            // a string that has its end, such as the name of a window
            "(?:\u001b[\\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c\n]*(?:\u0007|\u001b\\\\|\u009c)"
                    // colours, and what moves the cursor
                    + "|(?:\u001b\\[|\u009b)[0-?]*[ -/]*[@-~]"
                    + "|\u001b[ -/]*[0-~]?");

    private Plain() {}

    /** The text without control sequences; its lines end with a line feed. */
    static String text(String text) {
        return SEQUENCES.matcher(text).replaceAll("").replace("\r\n", "\n").replace('\r', '\n');
    }

    /** At most that many characters of the text, and how many were left out. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + " … (" + (text.length() - end) + " characters left out)";
    }
}
