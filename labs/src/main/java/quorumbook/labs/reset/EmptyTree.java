package quorumbook.labs.reset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
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
    private static final String ROOT = "/";
    private static final List<String> OWN = List.of(ROOT, SYSTEM, QUOTA);
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

    /** One request: what a server makes itself is there by no transaction, and untouched; nothing else is. */
    private static void provePristine(ZooKeeper client)
            throws KeeperException, InterruptedException, NotEmptyException {
        List<Op> looks = OWN.stream().map(Op::getData).collect(Collectors.toCollection(ArrayList::new));
        looks.add(Op.getChildren(ROOT));
        List<OpResult> seen = client.multi(looks);
        for (int at = 0; at < OWN.size(); at++) {
            if (!(seen.get(at) instanceof OpResult.GetDataResult own) || !isUntouched(own)) {
                throw new NotEmptyException(OWN.get(at) + " was written to");
            }
        }
        List<String> left = seen.get(OWN.size()) instanceof OpResult.GetChildrenResult children
                ? children.getChildren()
                : List.of("nobody knows what");
        if (!left.equals(List.of("zookeeper"))) {
            throw new NotEmptyException("what could not be deleted: " + String.join(", ", left));
        }
    }

    private static boolean isUntouched(OpResult.GetDataResult own) {
        Stat stat = own.getStat();
        boolean empty = own.getData() == null || own.getData().length == 0;
        return empty && stat.getCzxid() == 0 && stat.getVersion() == 0 && stat.getAversion() == 0;
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
