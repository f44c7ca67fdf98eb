package quorumbook.repl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.labs.observe.Role;
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
        if (desk.hasLab() && preparing.isEmpty()) {
            desk.observation().ifPresent(seen -> seen.servers().forEach(sight -> servers.add(span(sight))));
        }
        return new Status(desk.lesson().id().name(), servers);
    }

    private static Span span(ServerSight sight) {
        return new Span(Sights.role(sight).tone(), sight.node() + " " + word(sight.role()));
    }

    /** Short, so that five servers fit in 80 columns. */
    private static String word(Role role) {
        return switch (role) {
            case ACTIVE_CONTROLLER -> "controller";
            case CONTROLLER -> "standby";
            default -> Sights.word(role);
        };
    }
}
