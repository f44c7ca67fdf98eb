package quorumbook.labs.zookeeper;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.WatchedEvent;
import quorumbook.labs.Bench;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Waited;
import quorumbook.labs.history.Znode;
import quorumbook.labs.workload.TreeWalk;
import quorumbook.labs.workload.WatchQueue;
import quorumbook.labs.workload.ZooKeeperClient;

/** The folder in which the learner's program registers, watched by a client of ours, which goes straight to the server. */
final class Registry implements AutoCloseable {
    private final Bench bench;
    private final String folder;
    private final ZooKeeperClient client;
    // Guarded by this.
    private final Set<String> present = new HashSet<>();

    private Registry(Bench bench, String folder, ZooKeeperClient client) {
        this.bench = bench;
        this.folder = folder;
        this.client = client;
    }

    /** Creates the folder; whatever comes and goes in it is noted from now on. */
    static Registry open(Bench bench, String folder) throws InterruptedException, KeeperException {
        ZooKeeperClient client = ZooKeeperClient.open(
                "registry", bench.cluster().connectString(), RegisterTrial.PATIENCE, bench.journal());
        Registry registry = new Registry(bench, folder, client);
        client.create(folder, "");
        client.zooKeeper().addWatch(folder, registry::changed, AddWatchMode.PERSISTENT_RECURSIVE);
        return registry;
    }

    private synchronized void changed(WatchedEvent event) {
        switch (event.getType()) {
            case NodeCreated -> {
                present.add(event.getPath());
                note(event, Event.Change.CREATED);
            }
            case NodeDeleted -> {
                present.remove(event.getPath());
                note(event, Event.Change.DELETED);
            }
            default -> {
                // New values, and the ups and downs of our own connection, register nobody.
            }
        }
    }

    private void note(WatchedEvent event, Event.Change change) {
        bench.journal().note(at -> new Event.ZnodeChanged(at, event.getPath(), event.getZxid(), change));
    }

    synchronized int size() {
        return present.size();
    }

    synchronized boolean has(String path) {
        return present.contains(path);
    }

    /**
     * Notes what is registered at this moment, under a name, once all that came before has been noted.
     *
     * @param inVain how long was waited for it, if nothing came
     */
    List<Znode> look(String when, Optional<Waited> inVain) throws KeeperException, InterruptedException {
        Event.TreeSeen seen = TreeWalk.see(client.zooKeeper(), folder, bench.clock());
        WatchQueue.drain(client.zooKeeper());
        bench.journal().note(at -> new Event.Noted(at, when, folder, inVain));
        bench.journal().note(at -> new Event.TreeSeen(at, seen.root(), seen.znodes()));
        return seen.znodes().stream()
                .filter(znode -> !znode.path().equals(folder))
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
