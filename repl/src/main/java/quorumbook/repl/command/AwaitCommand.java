package quorumbook.repl.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.observe.Observation;
import quorumbook.labs.observe.Role;
import quorumbook.labs.observe.ServerSight;
import quorumbook.labs.observe.Settling;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Waits until nothing is under way in the cluster: verbs return when a process runs, elections come after that. */
final class AwaitCommand implements Command {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @Override
    public String name() {
        return "await";
    }

    @Override
    public String usage() {
        return "/await";
    }

    @Override
    public String about() {
        return "wait until the servers that run have settled";
    }

    @Override
    public String more() {
        return "Settled means: with a majority one server leads and the others follow and have caught up; without one nobody "
                + "serves; brokers are registered. Servers that are paused or isolated are left out. It gives up after "
                + PATIENCE.toSeconds() + " s.";
    }

    @Override
    public boolean isPartOfSubmission() {
        return true;
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        Cluster cluster = desk.attempt().cluster();
        Instant begun = Instant.now();
        Eventually.Sight<Observation> sight = settled(desk, cluster.spec(), begun);
        return sight.satisfied()
                ? Reply.done(Page.of(Span.plain(sentence(cluster.spec(), sight.value()))))
                : Reply.refused("Not settled after " + PATIENCE.toSeconds() + " s: "
                        + sight.last().map(AwaitCommand::roles).orElse("nothing was seen")
                        + ". /logs shows what a server says; /cluster shows all.");
    }

    private static Eventually.Sight<Observation> settled(Desk desk, ClusterSpec spec, Instant begun)
            throws InterruptedException {
        Runnable calm = desk.hurry();
        try {
            return Eventually.look(
                    PATIENCE, () -> seen(desk), seen -> seen.at().isAfter(begun) && Settling.isOver(spec, seen));
        } finally {
            calm.run();
        }
    }

    private static Observation seen(Desk desk) {
        Optional<Observation> seen = desk.observation();
        seen.map(AwaitCommand::roles).ifPresent(desk.screen()::busy);
        return seen.orElseThrow(() -> new IllegalStateException("nothing has been seen yet"));
    }

    private static String sentence(ClusterSpec spec, Observation seen) {
        if (running(seen).isEmpty()) {
            return "No server runs.";
        }
        boolean nobody = running(seen).stream().anyMatch(server -> server.role() == Role.LOOKING);
        return nobody
                ? roles(seen) + ". Nobody leads: " + running(seen).size() + " of "
                        + spec.nodes().size() + " servers are no majority."
                : roles(seen) + ".";
    }

    private static String roles(Observation seen) {
        return running(seen).stream()
                .map(server -> server.node() + " " + Sights.word(server.role()))
                .collect(Collectors.joining(", "));
    }

    private static List<ServerSight> running(Observation seen) {
        return seen.servers().stream()
                .filter(server -> server.condition() == Condition.RUNNING)
                .toList();
    }
}
