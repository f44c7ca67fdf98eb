package quorumbook.labs.reset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.observe.FourLetterWords;
import quorumbook.labs.observe.Srvr;
import quorumbook.labs.reset.Reset.NotEmptyException;

/** A ZooKeeper tree without anything that a learner made. */
final class EmptyTree {
    private static final String SYSTEM = "/zookeeper";
    private static final String QUOTA = "/zookeeper/quota";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofMillis(500);

    /** As a new server counts: the root under its two names, /zookeeper, its config and its quota. */
    private static final int ZNODES_OF_A_NEW_SERVER = 5;

    private EmptyTree() {}

    static List<String> make(ZooKeeper client, Cluster cluster)
            throws KeeperException, InterruptedException, NotEmptyException {
        for (String child : client.getChildren("/", false)) {
            if (!SYSTEM.equals("/" + child)) {
                deleteAll(client, "/" + child, true);
            }
        }
        deleteAll(client, QUOTA, false);
        provePristine(client);
        return List.of("every server counts " + proveCounts(cluster) + " znodes, as a new one does");
    }

    /** Deletes children before parents, all of them on the way at once. */
    private static void deleteAll(ZooKeeper client, String path, boolean itself)
            throws KeeperException, InterruptedException {
        List<String> doomed = new ArrayList<>();
        listChildrenFirst(client, path, doomed);
        if (!itself) {
            doomed.remove(path);
        }
        CountDownLatch deleted = new CountDownLatch(doomed.size());
        doomed.forEach(each -> client.delete(each, -1, (code, gone, context) -> deleted.countDown(), null));
        // What could not be deleted is found by the proof.
        boolean inTime = deleted.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (!inTime) {
            throw new KeeperException.OperationTimeoutException();
        }
    }

    private static void listChildrenFirst(ZooKeeper client, String path, List<String> paths)
            throws KeeperException, InterruptedException {
        try {
            for (String child : client.getChildren(path, false)) {
                listChildrenFirst(client, path + "/" + child, paths);
            }
        } catch (KeeperException.NoAuthException | KeeperException.NoNodeException e) {
            // Whether its children may be listed says nothing of whether it can be deleted: the proof will tell.
            paths.add(path);
            return;
        }
        paths.add(path);
    }

    private static void provePristine(ZooKeeper client)
            throws KeeperException, InterruptedException, NotEmptyException {
        Stat root = new Stat();
        byte[] data = client.getData("/", false, root);
        if ((data != null && data.length > 0) || root.getVersion() != 0 || root.getAversion() != 0) {
            throw new NotEmptyException("the root znode itself was written to");
        }
        for (String system : List.of(SYSTEM, QUOTA)) {
            Stat stat = new Stat();
            client.getData(system, false, stat);
            boolean open = client.getACL(system, new Stat()).equals(ZooDefs.Ids.OPEN_ACL_UNSAFE);
            if (stat.getVersion() != 0 || stat.getAversion() != 0 || !open) {
                throw new NotEmptyException(system + " was written to");
            }
        }
        List<String> left = client.getChildren("/", false);
        if (!left.equals(List.of("zookeeper"))) {
            throw new NotEmptyException("what could not be deleted: " + String.join(", ", left));
        }
    }

    private static int proveCounts(Cluster cluster) throws InterruptedException, NotEmptyException {
        long servers = cluster.spec().nodes().stream()
                .filter(node -> node.id().kind() == NodeId.Kind.ZK)
                .count();
        Eventually.Sight<List<Integer>> counts =
                Eventually.look(PATIENCE, () -> counts(cluster), seen -> isNew(seen, servers));
        if (!counts.satisfied()) {
            throw new NotEmptyException("servers count " + counts.last().orElse(List.of()) + " znodes, not "
                    + ZNODES_OF_A_NEW_SERVER + " each");
        }
        return ZNODES_OF_A_NEW_SERVER;
    }

    private static List<Integer> counts(Cluster cluster) {
        return FourLetterWords.ask("srvr", cluster, ANSWER).values().stream()
                .flatMap(answer -> Srvr.parse(answer).nodeCount().stream())
                .toList();
    }

    private static boolean isNew(List<Integer> counts, long servers) {
        return counts.size() == servers && counts.stream().allMatch(count -> count == ZNODES_OF_A_NEW_SERVER);
    }
}
