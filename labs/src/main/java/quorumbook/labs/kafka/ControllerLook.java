package quorumbook.labs.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import org.jspecify.annotations.Nullable;
import quorumbook.labs.Bench;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Znode;
import quorumbook.labs.observe.FourLetterWords;
import quorumbook.labs.observe.Watches;
import quorumbook.labs.workload.TreeWalk;
import quorumbook.labs.workload.WatchQueue;

/** What Kafka keeps in ZooKeeper of its controller, read and watched through a client of ours, one sight per znode. */
final class ControllerLook {
    static final String CONTROLLER = "/controller";
    static final String EPOCH = "/controller_epoch";
    static final String BROKERS = "/brokers/ids";
    static final String SETTLED = "brokers-settled";

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** Before the learner's work, on brokers that have just started: a busy machine may need it. */
    private static final Duration PREPARING = Duration.ofSeconds(60);

    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final int MOST_DELETIONS = 50;
    private static final int NOBODY = -1;

    private final Bench bench;

    ControllerLook(Bench bench) {
        this.bench = bench;
    }

    static String registration(int broker) {
        return BROKERS + "/" + broker;
    }

    static String topic(String topic) {
        return "/brokers/topics/" + topic;
    }

    static String state(String topic, int partition) {
        return topic(topic) + "/partitions/" + partition + "/state";
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(CONTROLLER, EPOCH));
        IntStream.rangeClosed(1, ControllerElection.BROKERS)
                .mapToObj(ControllerLook::registration)
                .forEach(paths::add);
        IntStream.range(0, ControllerElection.BROKERS)
                .mapToObj(partition -> state(bench.given().value("topic"), partition))
                .forEach(paths::add);
        return paths;
    }

    /**
     * Makes brokers elect until it is that one's turn: who is first is chance, so it takes three elections or so. Before a
     * reign is ended each broker has to watch the znode: one that was told of it watches anew only when it comes to that,
     * and if all of them find it gone by then nobody runs for the office ever again.
     */
    void makeController(int broker) throws KeeperException, InterruptedException {
        for (int deletions = 0; deletions < MOST_DELETIONS; deletions++) {
            int controller = awaitController();
            if (controller == broker) {
                return;
            }
            bench.zooKeeper().delete(CONTROLLER, -1);
        }
        throw new ClusterException("The lab could not make kafka" + broker + " the controller. /reset tries it again.");
    }

    /** Who owns the znode, once brokers say the same to clients and all of them would learn of its end. */
    private int awaitController() throws InterruptedException {
        Eventually.Sight<Integer> sight = Eventually.look(
                PREPARING,
                () -> {
                    int said =
                            bench.admin().describeCluster().controller().get().id();
                    Optional<Znode> controller = read(CONTROLLER);
                    return controller.isPresent() && isBy(controller.get(), said) && isWatchedByAll() ? said : NOBODY;
                },
                said -> said != NOBODY);
        if (!sight.satisfied()) {
            throw new ClusterException("The brokers have not agreed on a controller within " + PREPARING.toSeconds()
                    + " s. /reset starts with fresh servers.");
        }
        return sight.value();
    }

    private boolean isWatchedByAll() throws KeeperException, InterruptedException {
        Set<Long> watchers = FourLetterWords.ask("wchp", bench.cluster(), ANSWER).values().stream()
                .flatMap(answer -> Watches.of(answer).sessions().getOrDefault(CONTROLLER, List.of()).stream())
                .collect(Collectors.toSet());
        for (int broker = 1; broker <= ControllerElection.BROKERS; broker++) {
            if (read(registration(broker))
                    .filter(registered -> watchers.contains(registered.ephemeralOwner()))
                    .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean isBy(Znode controller, int broker) throws KeeperException, InterruptedException {
        return read(registration(broker))
                .filter(registered -> registered.ephemeralOwner() == controller.ephemeralOwner())
                .isPresent();
    }

    /** Waits until each partition is led by the first of its replicas and all of them are in sync. */
    void awaitLeaders() throws InterruptedException {
        String topic = bench.given().value("topic");
        for (int partition = 0; partition < ControllerElection.BROKERS; partition++) {
            List<Integer> replicas = ControllerElection.replicas(partition);
            String path = state(topic, partition);
            boolean led = Eventually.holds(
                    PREPARING,
                    () -> read(path)
                            .flatMap(PartitionState::parse)
                            .filter(state -> state.isLedBy(replicas.get(0))
                                    && state.isr().size() == replicas.size())
                            .isPresent());
            if (!led) {
                throw new ClusterException("The brokers did not bring up topic " + topic + " within "
                        + PREPARING.toSeconds() + " s. /reset starts with fresh servers.");
            }
        }
    }

    /** From now on whatever changes is noted, and what it changed to. */
    void watch() throws KeeperException, InterruptedException {
        ZooKeeper client = bench.zooKeeper();
        client.addWatch(CONTROLLER, event -> changed(client, event), AddWatchMode.PERSISTENT);
        client.addWatch(EPOCH, event -> changed(client, event), AddWatchMode.PERSISTENT);
        client.addWatch(BROKERS, event -> changed(client, event), AddWatchMode.PERSISTENT_RECURSIVE);
        client.addWatch(
                topic(bench.given().value("topic")),
                event -> changed(client, event),
                AddWatchMode.PERSISTENT_RECURSIVE);
        for (Event seen : look()) {
            bench.note(seen);
        }
    }

    /** On the client's own thread: what is asked here is answered in order, and after the change. */
    private void changed(ZooKeeper client, WatchedEvent event) {
        switch (event.getType()) {
            case NodeCreated -> noteChange(event, Event.Change.CREATED);
            case NodeDeleted -> noteChange(event, Event.Change.DELETED);
            case NodeDataChanged -> {
                // What it is now is read below.
            }
            default -> {
                return;
            }
        }
        List<String> unread = event.getPath().equals(CONTROLLER) ? paths() : List.of(event.getPath());
        unread.forEach(path -> client.getData(path, false, this::noteSight, path));
    }

    private void noteChange(WatchedEvent event, Event.Change change) {
        bench.journal().note(at -> new Event.ZnodeChanged(at, event.getPath(), event.getZxid(), change));
    }

    private void noteSight(int code, String path, Object context, byte @Nullable [] data, @Nullable Stat stat) {
        if (code == KeeperException.Code.NONODE.intValue()) {
            bench.journal().note(at -> new Event.TreeSeen(at, path, List.of()));
        } else if (code == KeeperException.Code.OK.intValue() && stat != null) {
            Znode znode = TreeWalk.znode(path, data, stat);
            bench.journal().note(at -> new Event.TreeSeen(at, path, List.of(znode)));
        }
        // Whatever else: our connection is gone, and the next look sees it.
    }

    /** What is there once brokers and ZooKeeper agree on who is down, and whether that came about in time. */
    List<Event> settled() throws KeeperException, InterruptedException {
        Eventually.Sight<List<Event>> sight = Eventually.look(PATIENCE, this::look, this::isSettled);
        List<Event> seen = new ArrayList<>(sight.satisfied() ? sight.value() : look());
        seen.add(new Event.Noted(bench.clock().instant(), SETTLED, Boolean.toString(sight.satisfied())));
        // Only now have all changes up to the look been noted.
        WatchQueue.drain(bench.zooKeeper());
        return seen;
    }

    private boolean isSettled(List<Event> seen) {
        Sights sights = Sights.of(seen);
        List<Integer> registered = IntStream.rangeClosed(1, ControllerElection.BROKERS)
                .filter(broker -> sights.last(registration(broker)).isPresent())
                .boxed()
                .toList();
        boolean agreed = IntStream.rangeClosed(1, ControllerElection.BROKERS)
                .allMatch(broker -> registered.contains(broker)
                        == (bench.cluster().condition(NodeId.kafka(broker)) == Condition.RUNNING));
        boolean led = IntStream.range(0, ControllerElection.BROKERS)
                .allMatch(partition -> sights.last(state(bench.given().value("topic"), partition))
                        .flatMap(PartitionState::parse)
                        .filter(state -> registered.contains(state.leader()))
                        .isPresent());
        // Whoever owns it: while it is there nobody else comes, and that of a dead broker went with its registration.
        return agreed && led && sights.last(CONTROLLER).isPresent();
    }

    private List<Event> look() throws KeeperException, InterruptedException {
        // A follower may lag behind what the learner was told; sync brings it up to the leader.
        bench.zooKeeper().sync(CONTROLLER);
        List<Event> seen = new ArrayList<>();
        for (String path : paths()) {
            Optional<Znode> found = read(path);
            seen.add(new Event.TreeSeen(
                    bench.clock().instant(), path, found.stream().toList()));
        }
        return seen;
    }

    private Optional<Znode> read(String path) throws KeeperException, InterruptedException {
        return TreeWalk.read(bench.zooKeeper(), path);
    }
}
