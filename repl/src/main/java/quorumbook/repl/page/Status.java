package quorumbook.repl.page;

import java.util.List;

/** What is always in sight: the lesson, then each server with its role. Short; the terminal cuts what does not fit. */
public record Status(String lesson, List<Span> servers) {
    public Status {
        servers = List.copyOf(servers);
    }
}
