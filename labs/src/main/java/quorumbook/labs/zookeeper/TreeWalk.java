package quorumbook.labs.zookeeper;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Znode;

/** Reads a subtree through a client of ours, parents before children, children in the order of their names. */
final class TreeWalk {
    private TreeWalk() {}

    /** All znodes from {@code root} down as the servers have them now; a znode that vanishes meanwhile is left out. */
    static Event.TreeSeen see(ZooKeeper client, String root, Clock clock) throws KeeperException, InterruptedException {
        // A follower may lag behind what the learner was told; sync brings it up to the leader.
        client.sync(root);
        List<Znode> znodes = new ArrayList<>();
        walk(client, root, znodes);
        return new Event.TreeSeen(clock.instant(), root, znodes);
    }

    private static void walk(ZooKeeper client, String path, List<Znode> znodes)
            throws KeeperException, InterruptedException {
        try {
            Stat stat = new Stat();
            byte[] data = client.getData(path, false, stat);
            znodes.add(znode(path, data == null ? new byte[0] : data, stat));
            for (String child :
                    client.getChildren(path, false).stream().sorted().toList()) {
                walk(client, (path.equals("/") ? "" : path) + "/" + child, znodes);
            }
        } catch (KeeperException.NoNodeException vanished) {
            // Somebody deleted it between two reads: then it is not there.
            return;
        }
    }

    private static Znode znode(String path, byte[] data, Stat stat) {
        return new Znode(
                path,
                new String(data, StandardCharsets.UTF_8),
                stat.getCzxid(),
                stat.getMzxid(),
                stat.getPzxid(),
                stat.getVersion(),
                stat.getCversion(),
                stat.getAversion(),
                stat.getEphemeralOwner());
    }
}
