package quorumbook.repl.terminal;

import java.util.ArrayList;
import java.util.List;
import quorumbook.repl.page.Span;
import quorumbook.repl.page.Status;
import quorumbook.repl.terminal.look.Look;
import quorumbook.repl.terminal.look.Row;

/** The status as one row: the lesson, what goes on, each server. */
final class StatusWords {
    private StatusWords() {}

    /** For the bottom of the window, cut to its width. */
    static String line(Status status, String phase, Look look, int columns) {
        List<Span> spans = new ArrayList<>();
        spans.add(Span.title(status.lesson()));
        if (!phase.isEmpty()) {
            spans.add(Span.warning("  " + phase));
        }
        servers(status).forEach(server -> spans.add(new Span(server.tone(), "  " + server.text())));
        return Row.of(spans, look).cut(columns, look.words("…")).painted(look.colours());
    }

    /** For where there is no bottom line: one line without what ticks. */
    static String sentence(Status status, Look look) {
        List<Span> spans = new ArrayList<>();
        spans.add(Span.faint(status.lesson()));
        for (Span server : servers(status)) {
            spans.add(Span.faint(spans.size() == 1 ? ": " : ", "));
            spans.add(server);
        }
        return Row.of(spans, look).painted(look.colours());
    }

    private static List<Span> servers(Status status) {
        return status.servers().stream()
                .filter(server -> !server.text().isEmpty())
                .toList();
    }
}
