package quorumbook.repl.command;

import java.util.List;

/**
 * What stands behind a command's name.
 *
 * @param text all of it, as typed, without blanks around it
 */
public record Words(String text) {
    public Words {
        text = text.strip();
    }

    public List<String> all() {
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The first word, and everything behind it as typed. */
    public String first() {
        return isEmpty() ? "" : all().get(0);
    }

    /** Everything behind the first word, as typed. */
    public String rest() {
        return text.substring(first().length()).strip();
    }
}
