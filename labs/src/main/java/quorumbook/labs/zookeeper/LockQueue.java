package quorumbook.labs.zookeeper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import quorumbook.labs.Bench;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.observe.FourLetterWords;
import quorumbook.labs.observe.Watches;

/** A lock as its server knows it: who queues, who watches whom, how many clients were told of a change. */
final class LockQueue {
    /** The name under which the lock stands among the znodes of its queue. */
    static final String ITSELF = ".";

    private static final NodeId SERVER = NodeId.zk(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern TOTAL = Pattern.compile("(?m)^zk_watch_count\\s+(\\d+)");
    // What AvgMinMaxCounters of the server add up: to how many watchers it told that a znode was deleted, or its
    // children changed.
    private static final Pattern TOLD_DELETED = Pattern.compile("(?m)^zk_sum_node_deleted_watch_count\\s+(\\d+)");
    private static final Pattern TOLD_CHILDREN = Pattern.compile("(?m)^zk_sum_node_children_watch_count\\s+(\\d+)");

    private final String lock;
    private final ZooKeeper client;
    private final Endpoint server;
    private final long othersOnChildren;

    private LockQueue(String lock, ZooKeeper client, Endpoint server, long othersOnChildren) {
        this.lock = lock;
        this.client = client;
        this.server = server;
        this.othersOnChildren = othersOnChildren;
    }

    /** Begins to look at a lock for which nobody waits yet. */
    static LockQueue of(String lock, Bench bench) throws InterruptedException {
        Endpoint server = bench.cluster().client(SERVER);
        LockQueue now = new LockQueue(lock, bench.zooKeeper(), server, 0);
        return new LockQueue(lock, bench.zooKeeper(), server, now.onChildren(now.watchesByPath()));
    }

    /** A znode of the queue with the session that it belongs to, 0 if it is persistent. */
    record Place(String name, long session) {}

    /** What is in the queue now, in the order of names. */
    List<Place> places() throws KeeperException, InterruptedException {
        List<Place> places = new ArrayList<>();
        for (String name : new TreeSet<>(client.getChildren(lock, false))) {
            Stat stat = client.exists(lock + "/" + name, false);
            if (stat != null) {
                places.add(new Place(name, stat.getEphemeralOwner()));
            }
        }
        return places;
    }

    /**
     * Who watches what.
     *
     * @param sessions the sessions that watch a znode of the queue, or the lock itself as {@link #ITSELF}
     * @param onChildren how many watches of children there are, which the server only counts
     */
    record Watching(Map<String, List<Long>> sessions, long onChildren) {
        /** What that session watches. */
        List<String> watchedBy(long session) {
            return sessions.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(session))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        long all() {
            return onChildren + sessions.values().stream().mapToLong(List::size).sum();
        }
    }

    Watching watching() {
        Map<String, List<Long>> byPath = watchesByPath();
        Map<String, List<Long>> ours = new LinkedHashMap<>();
        byPath.forEach((path, sessions) -> {
            if (path.equals(lock) || path.startsWith(lock + "/")) {
                ours.put(path.equals(lock) ? ITSELF : path.substring(lock.length() + 1), sessions);
            }
        });
        return new Watching(ours, Math.max(0, onChildren(byPath) - othersOnChildren));
    }

    private Map<String, List<Long>> watchesByPath() {
        return Watches.of(ask("wchp")).sessions();
    }

    /** wchp lists watches on data alone; the count has those on children too. */
    private long onChildren(Map<String, List<Long>> byPath) {
        long listed = byPath.values().stream().mapToLong(List::size).sum();
        return number(TOTAL, ask("mntr")) - listed;
    }

    /** How many watchers the server has told until now that a znode was deleted, and that children changed. */
    record Told(long deleted, long children) {
        Told since(Told before) {
            return new Told(deleted - before.deleted, children - before.children);
        }
    }

    Told told() {
        String answer = ask("mntr");
        return new Told(number(TOLD_DELETED, answer), number(TOLD_CHILDREN, answer));
    }

    private static long number(Pattern pattern, String answer) {
        Matcher found = pattern.matcher(answer);
        if (!found.find()) {
            throw new ClusterException("The server's answer to mntr lacks " + pattern + ".");
        }
        return Long.parseLong(found.group(1));
    }

    private String ask(String word) {
        return FourLetterWords.ask(word, SERVER, server, PATIENCE);
    }
}
