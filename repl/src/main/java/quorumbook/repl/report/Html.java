package quorumbook.repl.report;

import java.util.ArrayDeque;
import java.util.Deque;
import quorumbook.repl.timeline.Markup;

/** HTML as it is written: what is opened is closed, and a text can become nothing but text. Well-formed XML as well. */
final class Html {
    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes a name, its value, a name, its value */
    Html open(String tag, String... attributes) {
        open.push(tag);
        start(tag, attributes);
        html.append('>');
        return this;
    }

    Html close() {
        html.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that has no content. */
    Html single(String tag, String... attributes) {
        start(tag, attributes);
        html.append("/>");
        return this;
    }

    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    Html text(String text) {
        html.append(safe(text));
        return this;
    }

    /** What is markup already, and made of harmless pieces. */
    Html pieces(String markup) {
        html.append(markup);
        return this;
    }

    /** Where the file may break its line. */
    Html line() {
        html.append('\n');
        return this;
    }

    private void start(String tag, String... attributes) {
        html.append('<').append(tag);
        for (int name = 0; name < attributes.length; name += 2) {
            html.append(' ')
                    .append(attributes[name])
                    .append("=\"")
                    .append(safe(attributes[name + 1]))
                    .append('"');
        }
    }

    private static String safe(String text) {
        return Markup.escaped(Plain.text(text));
    }

    /** All of it. */
    String done() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return html.toString();
    }
}
