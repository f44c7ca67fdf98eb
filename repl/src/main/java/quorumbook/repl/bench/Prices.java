package quorumbook.repl.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import quorumbook.labs.Floor.Step;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.observe.FourLetterWords;
import quorumbook.labs.observe.Role;
import quorumbook.labs.observe.Srvr;

/** How long the steps of a floor take here and now: each is taken as barely as can be, on the servers of the exercise. */
final class Prices {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final int REQUESTS = 100;
    private static final int PROGRAMS = 3;
    private static final int WARM_UPS = 20;

    private final Cluster cluster;

    private Prices(Cluster cluster) {
        this.cluster = cluster;
    }

    static Map<Step, Duration> of(Set<Step> steps, Cluster cluster) throws Exception {
        Prices here = new Prices(cluster);
        Map<Step, Duration> prices = new EnumMap<>(Step.class);
        if (steps.contains(Step.READ) || steps.contains(Step.WRITE)) {
            here.requests(prices);
        }
        if (steps.contains(Step.PROGRAM)) {
            prices.put(Step.PROGRAM, cluster.bootstrapServers().isEmpty() ? here.clients() : here.producers());
        }
        if (!cluster.connectString().isEmpty()) {
            here.servers(steps, prices);
        }
        if (steps.contains(Step.BROKER)) {
            prices.put(Step.BROKER, here.broker());
        }
        return prices;
    }

    private interface Request {
        void make() throws KeeperException, InterruptedException;
    }

    private void requests(Map<Step, Duration> prices) throws IOException, KeeperException, InterruptedException {
        try (ZooKeeper client = new ZooKeeper(cluster.connectString(), (int) PATIENCE.toMillis(), event -> {})) {
            String path =
                    client.create("/price-", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
            prices.put(Step.WRITE, each(() -> client.setData(path, new byte[6], -1)));
            prices.put(Step.READ, each(() -> client.getData(path, false, null)));
        }
    }

    private static Duration each(Request request) throws KeeperException, InterruptedException {
        for (int i = 0; i < WARM_UPS; i++) {
            request.make();
        }
        long begun = System.nanoTime();
        for (int i = 0; i < REQUESTS; i++) {
            request.make();
        }
        return since(begun).dividedBy(REQUESTS);
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private Duration clients() throws IOException, InterruptedException {
        return programs("zookeeper", cluster.connectString());
    }

    private Duration producers() throws Exception {
        String topic = "price";
        try (Admin admin = admin()) {
            create(admin, topic);
            Duration price = programs("kafka", cluster.bootstrapServers(), topic);
            admin.deleteTopics(List.of(topic)).all().get();
            return price;
        }
    }

    /** The quickest: what another process took from the others is nothing that a program has to wait for. */
    private static Duration programs(String... arguments) throws IOException, InterruptedException {
        Duration quickest = PATIENCE;
        for (int i = 0; i < PROGRAMS; i++) {
            Duration took = program(arguments);
            quickest = took.compareTo(quickest) < 0 ? took : quickest;
        }
        return quickest;
    }

    private static Duration program(String... arguments) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(command(arguments))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader says = program.inputReader(UTF_8)) {
            await(says, BareProgram.RUNS);
            long begun = System.nanoTime();
            program.getOutputStream().write('\n');
            program.getOutputStream().flush();
            await(says, BareProgram.ASKED);
            return since(begun);
        } finally {
            if (!program.waitFor(ANSWER.toMillis(), TimeUnit.MILLISECONDS)) {
                program.destroyForcibly();
            }
        }
    }

    /** As this JVM was started, with its class-data archive. */
    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BareProgram.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void await(BufferedReader says, String word) throws IOException {
        Optional<String> line;
        do {
            line = Optional.ofNullable(says.readLine());
            if (line.isEmpty()) {
                throw new ClusterException("A program that was to say '" + word + "' ended without it.");
            }
        } while (!line.get().equals(word));
    }

    private void servers(Set<Step> steps, Map<Step, Duration> prices) throws InterruptedException {
        NodeId server = last(NodeId.Kind.ZK);
        if (steps.contains(Step.SERVER)) {
            prices.put(Step.SERVER, started(server, role -> role != Role.SILENT));
        }
        if (steps.contains(Step.FOLLOWER)) {
            prices.put(Step.FOLLOWER, started(server, Role.FOLLOWER::equals));
        }
        if (steps.contains(Step.STOP)) {
            long begun = System.nanoTime();
            cluster.stop(server);
            prices.put(Step.STOP, since(begun));
        }
    }

    private Duration started(NodeId server, Predicate<Role> due) throws InterruptedException {
        if (cluster.condition(server) == Condition.RUNNING) {
            cluster.kill(server);
        }
        long begun = System.nanoTime();
        cluster.start(server);
        require(Eventually.holds(PATIENCE, () -> due.test(role(server))), server + " did not come up");
        return since(begun);
    }

    private Role role(NodeId server) {
        return Srvr.parse(FourLetterWords.ask("srvr", server, cluster.client(server), ANSWER))
                .role();
    }

    /** Of one that has been given up: one that comes back sooner than that is not let in yet. */
    private Duration broker() throws Exception {
        NodeId broker = last(NodeId.Kind.KAFKA);
        int number = cluster.spec().node(broker).serverId();
        try (Admin admin = admin()) {
            create(admin, "price-of-a-broker");
            require(Eventually.holds(PATIENCE, () -> isInSync(admin, number)), broker + " did not get into the ISR");
            cluster.kill(broker);
            require(Eventually.holds(PATIENCE, () -> !isInSync(admin, number)), broker + " stayed in the ISR");
            long begun = System.nanoTime();
            cluster.start(broker);
            require(Eventually.holds(PATIENCE, () -> isInSync(admin, number)), broker + " did not come back");
            Duration took = since(begun);
            admin.deleteTopics(List.of("price-of-a-broker")).all().get();
            return took;
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers()));
    }

    private void create(Admin admin, String topic) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.of((short) 3))))
                .all()
                .get();
    }

    private static boolean isInSync(Admin admin, int broker) throws ExecutionException, InterruptedException {
        return Objects.requireNonNull(admin.describeTopics(List.of("price-of-a-broker"))
                        .allTopicNames()
                        .get()
                        .get("price-of-a-broker"))
                .partitions()
                .get(0)
                .isr()
                .stream()
                .anyMatch(replica -> replica.id() == broker);
    }

    private NodeId last(NodeId.Kind kind) {
        return cluster.spec().nodes().stream()
                .map(NodeSpec::id)
                .filter(id -> id.kind() == kind)
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    private static void require(boolean happened, String what) {
        if (!happened) {
            throw new ClusterException(what + " within " + PATIENCE.toSeconds() + " s.");
        }
    }
}
