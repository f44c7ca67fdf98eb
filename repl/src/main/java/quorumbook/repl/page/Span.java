package quorumbook.repl.page;

/** A run of text of one tone, without line breaks. */
public record Span(Tone tone, String text) {
    public static Span plain(String text) {
        return new Span(Tone.PLAIN, text);
    }

    public static Span code(String text) {
        return new Span(Tone.CODE, text);
    }

    public static Span faint(String text) {
        return new Span(Tone.FAINT, text);
    }

    public static Span strong(String text) {
        return new Span(Tone.STRONG, text);
    }

    public static Span good(String text) {
        return new Span(Tone.GOOD, text);
    }

    public static Span bad(String text) {
        return new Span(Tone.BAD, text);
    }

    public static Span warning(String text) {
        return new Span(Tone.WARNING, text);
    }

    public static Span title(String text) {
        return new Span(Tone.TITLE, text);
    }
}
