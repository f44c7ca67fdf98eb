package quorumbook.repl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.observe.PartitionSight;
import quorumbook.labs.observe.ReplicaSight;
import quorumbook.labs.observe.ServerSight;
import quorumbook.labs.observe.SessionSight;
import quorumbook.labs.observe.Zxid;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** How a cluster looks: its servers, the sessions and what they watch, the replicas of each partition. */
final class ClusterPage {
    private static final int MOST_REPLICAS = 60;

    private final ClusterSight sight;
    private final Page.Writing page = Page.writing();

    private ClusterPage(ClusterSight sight) {
        this.sight = sight;
    }

    static Page of(ClusterSight sight) {
        return new ClusterPage(sight).page();
    }

    private Page page() {
        boolean zooKeeper = sight.addresses().keySet().stream().anyMatch(node -> node.kind() == NodeId.Kind.ZK);
        List<List<Span>> rows = new ArrayList<>();
        sight.observation().servers().forEach(server -> rows.add(zooKeeper ? ensemble(server) : broker(server)));
        page.table(
                zooKeeper
                        ? List.of("server", "role", "condition", "epoch", "last zxid", "address")
                        : List.of("server", "role", "condition", "address"),
                rows);
        sessions();
        partitions();
        return page.done();
    }

    private List<Span> ensemble(ServerSight server) {
        return List.of(
                Span.strong(server.node().toString()),
                Sights.role(server),
                Span.plain(Sights.word(server.condition())),
                Span.plain(sight.epochs().getOrDefault(server.node(), "")),
                Span.plain(server.lastZxid().map(Zxid::toString).orElse("")),
                address(server));
    }

    private List<Span> broker(ServerSight server) {
        return List.of(
                Span.strong(server.node().toString()),
                Sights.role(server),
                Span.plain(Sights.word(server.condition())),
                address(server));
    }

    private Span address(ServerSight server) {
        return Span.faint(String.valueOf(sight.addresses().get(server.node())));
    }

    private void sessions() {
        if (sight.sessions().isEmpty()) {
            return;
        }
        List<List<Span>> rows = new ArrayList<>();
        for (SessionSight session : sight.sessions()) {
            rows.add(List.of(
                    Span.strong("0x" + Long.toHexString(session.session())),
                    whose(session.session()),
                    Span.plain(session.server().toString()),
                    Span.code(String.join(" ", session.watches()))));
        }
        page.gap().table(List.of("session", "of", "at", "watches"), rows);
    }

    private Span whose(long session) {
        if (sight.learners().contains(session)) {
            return Span.good("you");
        }
        return sight.ours().equals(OptionalLong.of(session)) ? Span.faint("workbook") : Span.plain("another client");
    }

    private void partitions() {
        sight.trouble().ifPresent(sentence -> page.gap().line(Span.warning(sentence)));
        List<List<Span>> rows = new ArrayList<>();
        for (PartitionSight partition : sight.partitions()) {
            partition.replicas().forEach(replica -> rows.add(replica(partition, replica)));
        }
        if (rows.isEmpty()) {
            return;
        }
        page.gap()
                .table(
                        List.of("partition", "replica", "role", "ISR", "log end", "high watermark"),
                        rows.subList(0, Math.min(rows.size(), MOST_REPLICAS)));
        if (rows.size() > MOST_REPLICAS) {
            page.line(Span.faint((rows.size() - MOST_REPLICAS) + " more replicas; kafka-topics --describe lists all."));
        }
    }

    private List<Span> replica(PartitionSight partition, ReplicaSight replica) {
        boolean leads = partition.leader().equals(OptionalInt.of(replica.broker()));
        NodeId node = sight.nodes().get(replica.broker());
        return List.of(
                Span.plain(partition.topic() + "-" + partition.partition()),
                Span.plain(node == null ? "node.id " + replica.broker() : node.toString()),
                leads ? Span.strong("leader") : Span.plain("follower"),
                replica.inSync() ? Span.good("in sync") : Span.warning("not in sync"),
                number(replica.logEnd()),
                number(replica.highWatermark()));
    }

    private static Span number(OptionalLong offset) {
        return offset.isPresent() ? Span.plain(Long.toString(offset.getAsLong())) : Span.warning("?");
    }
}
