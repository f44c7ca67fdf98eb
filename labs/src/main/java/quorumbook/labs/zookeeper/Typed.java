package quorumbook.labs.zookeeper;

import java.util.Optional;

/** Guesses from two texts that should be equal what was typed differently, so that a blank can be seen. */
final class Typed {
    private Typed() {}

    /** The text between quotes, with blanks at its ends and line ends made visible. */
    static String visible(String text) {
        if (text.isEmpty()) {
            return "nothing";
        }
        StringBuilder shown = new StringBuilder();
        int first = text.length() - text.stripLeading().length();
        int last = text.stripTrailing().length();
        for (int at = 0; at < text.length(); at++) {
            boolean end = at < first || at >= last;
            char c = text.charAt(at);
            shown.append(c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t" : end && c == ' ' ? "␣" : "" + c);
        }
        return "[" + shown + "]";
    }

    /** What went wrong between fingers and server, if the texts differ in nothing else. */
    static Optional<String> slip(String expected, String actual) {
        if (actual.stripTrailing().equals(expected) && actual.indexOf('\n') >= 0) {
            return Optional.of("a line end was stored with it");
        }
        if (actual.strip().equals(expected)) {
            return Optional.of("a blank at its end or beginning is part of it");
        }
        if (isQuoted(actual)
                && actual.strip()
                        .substring(1, actual.strip().length() - 1)
                        .strip()
                        .equals(expected)) {
            return Optional.of("the quotation marks were stored with it");
        }
        if (actual.equalsIgnoreCase(expected)) {
            return Optional.of("upper and lower case differ");
        }
        if (actual.startsWith("$")) {
            return Optional.of("the name of the value was stored in place of the value");
        }
        if (!actual.isEmpty() && expected.startsWith(actual) && expected.charAt(actual.length()) == ' ') {
            return Optional.of("it was cut at the blank, where quotation marks would have held it together");
        }
        return Optional.empty();
    }

    private static boolean isQuoted(String text) {
        String bare = text.strip();
        return bare.length() >= 2
                && (bare.charAt(0) == '"' || bare.charAt(0) == '\'')
                && bare.charAt(0) == bare.charAt(bare.length() - 1);
    }
}
