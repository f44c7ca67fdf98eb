package quorumbook.labs.zookeeper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import quorumbook.labs.Bench;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.Event;
import quorumbook.labs.observe.FourLetterWords;
import quorumbook.labs.observe.Role;
import quorumbook.labs.observe.Srvr;

/**
 * Starts the three servers from the learner's files, twice, with empty data at first, and asks them what they make of it. The
 * files stay as they are; afterwards no server runs.
 */
final class InstallRun {
    private static final Duration AGREEING = Duration.ofSeconds(60);
    private static final Duration ANSWERING = Duration.ofSeconds(2);
    private static final Duration DYING = Duration.ofSeconds(2);
    private static final Duration CONNECTING = Duration.ofSeconds(15);
    private static final int LOG_LINES = 400;
    private static final String PATH = "/installed";

    private final Bench bench;
    private final Cluster cluster;
    private final Plan plan;
    private final List<Event> seen = new ArrayList<>();
    private Map<NodeId, Role> roles = Map.of();

    private InstallRun(Bench bench) {
        this.bench = bench;
        this.cluster = bench.cluster();
        this.plan = new Plan(bench.given());
    }

    /** What was seen. A hindrance on our side is among it, and makes nobody's fault. */
    static List<Event> on(Bench bench) throws InterruptedException {
        InstallRun run = new InstallRun(bench);
        try {
            run.endAll();
            Plan.SERVERS.forEach(run.cluster::wipe);
            run.twice();
        } catch (ClusterException | KeeperException | IOException e) {
            run.note(InstallFacts.HINDERED, String.valueOf(e.getMessage()));
        } finally {
            run.endAll();
        }
        return List.copyOf(run.seen);
    }

    /** Ends what runs of the three servers. */
    static void end(Bench bench) {
        new InstallRun(bench).endAll();
    }

    private void twice() throws InterruptedException, KeeperException, IOException {
        note(InstallFacts.STARTED, plan.folder());
        if (!comeUp(1)) {
            return;
        }
        askSettings();
        askMembers();
        String written = "written at " + bench.clock().instant();
        try (ZooKeeper client = connect(cluster.connectString())) {
            client.create(PATH, written.getBytes(UTF_8), ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
            note(InstallFacts.WRITTEN, written);
        }
        for (NodeId server : Plan.SERVERS) {
            cluster.stop(server);
        }
        lookAtDisks();
        // Servers that were no ensemble will not become one by a restart: that would only take time.
        if (isEnsemble() && comeUp(2)) {
            try (ZooKeeper client = connect(cluster.connectString())) {
                note(InstallFacts.READ_AGAIN, new String(client.getData(PATH, false, new Stat()), UTF_8));
            }
        }
    }

    /** Starts all three; tells whether each has found its role. What was seen instead is noted in any case. */
    private boolean comeUp(int time) throws InterruptedException {
        Plan.SERVERS.forEach(cluster::start);
        roles = Eventually.look(
                        AGREEING,
                        this::ask,
                        now -> died().isPresent()
                                || Plan.SERVERS.stream().allMatch(server -> isSettled(now.get(server))))
                .last()
                .orElse(Map.of());
        if (died().isPresent()) {
            // What ends one server ends others too, a moment earlier or later: the first in order is named, not the
            // quickest.
            Eventually.holds(DYING, () -> Plan.SERVERS.stream().allMatch(this::hasDied));
        }
        roles.forEach((server, role) -> note(InstallFacts.role(server, time), role.name()));
        died().ifPresent(server -> note(InstallFacts.end(server), lastWords(server)));
        return Plan.SERVERS.stream().allMatch(server -> isSettled(roles.get(server)));
    }

    private Map<NodeId, Role> ask() {
        Map<NodeId, Role> said = new TreeMap<>();
        FourLetterWords.ask("srvr", doors(), ANSWERING)
                .forEach((server, answer) -> said.put(server, Srvr.parse(answer).role()));
        return said;
    }

    private boolean isEnsemble() {
        return roles.containsValue(Role.LEADER)
                && roles.values().stream().filter(Role.FOLLOWER::equals).count() == Plan.SERVERS.size() - 1;
    }

    private static boolean isSettled(@org.jspecify.annotations.Nullable Role role) {
        return role != null && role != Role.LOOKING && role != Role.SILENT && role != Role.DOWN;
    }

    private Optional<NodeId> died() {
        return Plan.SERVERS.stream().filter(this::hasDied).findFirst();
    }

    private boolean hasDied(NodeId server) {
        return cluster.condition(server) == Condition.DIED;
    }

    /** The last thing in its server log that sounds like a reason. */
    private String lastWords(NodeId server) {
        List<String> log = cluster.serverLog(server, LOG_LINES);
        return log.stream()
                .filter(line -> line.contains("Exception: ") && !line.contains("\tat "))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(line.lastIndexOf("Exception: ") + "Exception: ".length()))
                .orElse(log.isEmpty() ? "it said nothing" : log.get(log.size() - 1));
    }

    private void askSettings() {
        FourLetterWords.ask("conf", doors(), ANSWERING)
                .forEach((server, answer) -> note(InstallFacts.settings(server), answer));
    }

    /** Each server is asked itself: what one says, another may not know. */
    private void askMembers() throws InterruptedException, KeeperException, IOException {
        for (NodeId server : Plan.SERVERS) {
            try (ZooKeeper client = connect(cluster.client(server).toString())) {
                byte[] config = client.getConfig(false, new Stat());
                note(InstallFacts.members(server), config == null ? "" : new String(config, UTF_8));
            }
        }
    }

    private static ZooKeeper connect(String servers) throws IOException, InterruptedException {
        ZooKeeper client = new ZooKeeper(servers, (int) CONNECTING.toMillis(), event -> {});
        if (!Eventually.holds(CONNECTING, () -> client.getState().isConnected())) {
            client.close();
            throw new ClusterException("No server of " + servers + " let a client in within " + CONNECTING.toSeconds()
                    + " s, although it said that it serves.");
        }
        return client;
    }

    private void lookAtDisks() throws IOException {
        for (NodeId server : Plan.SERVERS) {
            List<String> files = new ArrayList<>();
            for (Path place : List.of(Path.of(plan.dataDir(server)), Path.of(plan.dataLogDir(server)))) {
                Path written = place.resolve("version-2");
                if (Files.isDirectory(written)) {
                    try (Stream<Path> all = Files.list(written)) {
                        all.map(file -> place.getFileName() + "/version-2/" + file.getFileName())
                                .sorted()
                                .forEach(files::add);
                    }
                }
            }
            note(InstallFacts.disk(server), String.join("\n", files));
        }
    }

    private Map<NodeId, Endpoint> doors() {
        Map<NodeId, Endpoint> doors = new HashMap<>();
        Plan.SERVERS.forEach(server -> doors.put(server, cluster.client(server)));
        return doors;
    }

    /** The learner's own trial starts included: two servers cannot have one port. */
    private void endAll() {
        Optional<ClusterException> first = Optional.empty();
        for (NodeId server : Plan.SERVERS) {
            Condition condition = cluster.condition(server);
            if (condition == Condition.RUNNING || condition == Condition.PAUSED) {
                try {
                    cluster.kill(server);
                } catch (ClusterException e) {
                    // The others are to end too.
                    first = first.isPresent() ? first : Optional.of(e);
                }
            }
        }
        if (first.isPresent()) {
            throw first.get();
        }
    }

    private void note(String name, String value) {
        seen.add(new Event.Noted(bench.clock().instant(), name, value));
    }
}
