package quorumbook.repl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.labs.observe.ServerSight;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Span;
import quorumbook.repl.page.Status;

/** The lesson and, for each server, its name and role. */
final class StatusLine {
    private StatusLine() {}

    static Status of(Desk desk) {
        List<Span> servers = new ArrayList<>();
        Optional<String> preparing = desk.preparing();
        preparing.ifPresent(phase -> servers.add(Span.warning(phase)));
        if (desk.hasLab()) {
            desk.observation().ifPresent(seen -> seen.servers().forEach(sight -> servers.add(span(sight))));
        }
        return new Status(desk.lesson().id().toString(), servers);
    }

    private static Span span(ServerSight sight) {
        Span role = Sights.role(sight);
        return new Span(role.tone(), sight.node() + " " + role.text());
    }
}
