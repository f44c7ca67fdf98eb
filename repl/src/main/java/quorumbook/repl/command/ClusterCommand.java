package quorumbook.repl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.observe.Observation;
import quorumbook.labs.observe.ServerSight;
import quorumbook.labs.observe.Zxid;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Shows every server with what it says of itself. */
final class ClusterCommand implements Command {
    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public String usage() {
        return "/cluster";
    }

    @Override
    public String about() {
        return "the servers: role, condition, address";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        Cluster cluster = desk.attempt().cluster();
        Optional<Observation> observation = desk.observation();
        if (observation.isEmpty()) {
            return Reply.refused("Nothing has been seen of the servers yet; try again in a second.");
        }
        List<List<Span>> rows = new ArrayList<>();
        observation.get().servers().forEach(sight -> rows.add(row(cluster, sight)));
        return Reply.done(Page.writing()
                .table(List.of("server", "role", "condition", "last zxid", "address"), rows)
                .line(Span.faint(cluster.spec().describe() + ", as " + cluster.runtime()
                        + ". /kill, /pause, /isolate, /logs take a server."))
                .done());
    }

    private static List<Span> row(Cluster cluster, ServerSight sight) {
        return List.of(
                Span.strong(sight.node().toString()),
                Sights.role(sight),
                Span.plain(Sights.word(sight.condition())),
                Span.plain(sight.lastZxid().map(Zxid::toString).orElse("")),
                Span.faint(cluster.client(sight.node()).toString()));
    }
}
