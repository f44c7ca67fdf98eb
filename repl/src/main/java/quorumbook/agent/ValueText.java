package quorumbook.agent;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** A value as {@code jshell} shows it: strings and characters as one would write them, arrays with their elements. */
final class ValueText {
    /** A screen has no use for more, and a pipe would have to carry it. */
    private static final int LONGEST = 20_000;

    private ValueText() {}

    static String of(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value);
        if (text.length() <= LONGEST) {
            return text.toString();
        }
        return text.substring(0, LONGEST) + " … (" + text.length() + " characters)";
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (text.length() > LONGEST) {
            return;
        }
        if (value instanceof String string) {
            text.append('"');
            string.codePoints().forEach(each -> escape(text, each, '"'));
            text.append('"');
        } else if (value instanceof Character character) {
            text.append('\'');
            escape(text, character, '\'');
            text.append('\'');
        } else if (value != null && value.getClass().isArray()) {
            array(text, value);
        } else {
            text.append(value);
        }
    }

    private static void array(StringBuilder text, Object array) {
        int dimensions = 0;
        Class<?> element = array.getClass();
        while (element.isArray()) {
            element = element.getComponentType();
            dimensions++;
        }
        String name = element.getTypeName();
        int length = Array.getLength(array);
        text.append(name.substring(name.lastIndexOf('.') + 1))
                .append('[')
                .append(length)
                .append(']')
                .append("[]".repeat(dimensions - 1))
                .append(" { ");
        for (int i = 0; i < length && text.length() <= LONGEST; i++) {
            append(text, Array.get(array, i));
            text.append(i < length - 1 ? ", " : "");
        }
        text.append(" }");
    }

    private static void escape(StringBuilder text, int codePoint, char quote) {
        switch (codePoint) {
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\\' -> text.append("\\\\");
            default -> {
                if (codePoint == quote) {
                    text.append('\\').append(quote);
                } else if (Character.isISOControl(codePoint)) {
                    text.append(String.format("\\%03o", codePoint));
                } else {
                    text.appendCodePoint(codePoint);
                }
            }
        }
    }
}
