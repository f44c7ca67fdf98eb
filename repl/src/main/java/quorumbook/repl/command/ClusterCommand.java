package quorumbook.repl.command;

import java.util.List;
import java.util.Optional;
import quorumbook.labs.Attempt;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.observe.Observation;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Shows every server with what it says of itself, who is connected, who watches what, and every replica. */
final class ClusterCommand implements Command {
    private static final String WATCH = "--watch";

    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public String usage() {
        return "/cluster [--watch]";
    }

    @Override
    public String about() {
        return "the servers and their roles, sessions, watches, replicas";
    }

    @Override
    public String more() {
        return "The epoch is the one on the server's disk. A partition's log end and high watermark are what each broker says "
                + "of its own copy. With `--watch` the picture follows the cluster until you press a key or Ctrl-C.";
    }

    @Override
    public List<String> choices(Desk desk, Words before) {
        return before.isEmpty() ? List.of(WATCH) : List.of();
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        Attempt attempt = desk.attempt();
        Optional<Observation> observation = desk.observation();
        if (observation.isEmpty()) {
            return Reply.refused("Nothing has been seen of the servers yet; try again in a second.");
        }
        if (words.first().equals(WATCH)) {
            desk.screen().follow(() -> page(attempt, desk.observation().orElse(observation.get())));
            return Reply.done(Page.empty());
        }
        Cluster cluster = attempt.cluster();
        Span shape = Span.faint(cluster.spec().describe() + ", as " + cluster.runtime()
                + ". /kill, /pause, /isolate, /logs take a server.");
        return Reply.done(page(attempt, observation.get())
                .then(Page.writing().gap().line(shape).done()));
    }

    private static Page page(Attempt attempt, Observation observation) throws InterruptedException {
        return ClusterPage.of(ClusterSight.of(attempt, observation));
    }
}
