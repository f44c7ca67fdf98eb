package quorumbook.labs.workload;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import org.jspecify.annotations.Nullable;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Znode;

/** Reads a subtree through a client of ours, parents before children, children in the order of their names. */
public final class TreeWalk {
    private TreeWalk() {}

    /** All znodes from {@code root} down as the servers have them now; a znode that vanishes meanwhile is left out. */
    public static Event.TreeSeen see(ZooKeeper client, String root, Clock clock)
            throws KeeperException, InterruptedException {
        // A follower may lag behind what the learner was told; sync brings it up to the leader.
        client.sync(root);
        List<Znode> znodes = new ArrayList<>();
        walk(client, root, znodes);
        return new Event.TreeSeen(clock.instant(), root, znodes);
    }

    private static void walk(ZooKeeper client, String path, List<Znode> znodes)
            throws KeeperException, InterruptedException {
        Optional<Znode> found = read(client, path);
        if (found.isEmpty()) {
            return;
        }
        znodes.add(found.get());
        try {
            for (String child :
                    client.getChildren(path, false).stream().sorted().toList()) {
                walk(client, (path.equals("/") ? "" : path) + "/" + child, znodes);
            }
        } catch (KeeperException.NoNodeException vanished) {
            // Somebody deleted it between two reads: then it is not there.
            return;
        }
    }

    /** One znode as the server of that client has it now; empty if there is none. */
    public static Optional<Znode> read(ZooKeeper client, String path) throws KeeperException, InterruptedException {
        try {
            Stat stat = new Stat();
            return Optional.of(znode(path, client.getData(path, false, stat), stat));
        } catch (KeeperException.NoNodeException notThere) {
            return Optional.empty();
        }
    }

    /** A znode as an answer brings it: without data there are no bytes at all. */
    public static Znode znode(String path, byte @Nullable [] data, Stat stat) {
        return new Znode(
                path,
                data == null ? "" : new String(data, StandardCharsets.UTF_8),
                stat.getCzxid(),
                stat.getMzxid(),
                stat.getPzxid(),
                stat.getVersion(),
                stat.getCversion(),
                stat.getAversion(),
                stat.getEphemeralOwner());
    }
}
