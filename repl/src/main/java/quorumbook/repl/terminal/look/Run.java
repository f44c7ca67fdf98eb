package quorumbook.repl.terminal.look;

import quorumbook.repl.page.Span;

/** Text in one ink. */
public record Run(Ink ink, String text) {
    static Run plain(String text) {
        return new Run(Ink.PLAIN, text);
    }

    static Run of(Span span, Look look) {
        return new Run(Ink.of(span.tone()), look.words(Harmless.inLine(span.text())));
    }
}
