package quorumbook.labs.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Position;
import quorumbook.labs.history.Recorder;
import quorumbook.labs.history.Request;

/** A client of ZooKeeper whose every operation is noted with its outcome. One at a time: each method waits for the end. */
public final class ZooKeeperClient implements AutoCloseable {
    private final String name;
    private final ZooKeeper client;
    private final Recorder recorder;

    private ZooKeeperClient(String name, ZooKeeper client, Recorder recorder) {
        this.name = name;
        this.client = client;
        this.recorder = recorder;
    }

    /**
     * Connects.
     *
     * @param name as events call it
     * @throws ClusterException if no server serves within the session's time-out
     */
    public static ZooKeeperClient open(String name, String connectString, Duration session, Recorder recorder)
            throws InterruptedException {
        try {
            ZooKeeper client = new ZooKeeper(connectString, (int) session.toMillis(), event -> {});
            if (!Eventually.holds(session, () -> client.getState().isConnected())) {
                client.close((int) Duration.ofSeconds(1).toMillis());
                throw new ClusterException("No ZooKeeper server of " + connectString + " served within "
                        + session.toSeconds() + " s. Look at /cluster: is a majority running?");
            }
            return new ZooKeeperClient(name, client, recorder);
        } catch (IOException e) {
            throw new ClusterException("Cannot open a ZooKeeper client to " + connectString, e);
        }
    }

    private interface Call {
        Outcome make() throws KeeperException, InterruptedException;
    }

    /** The session beneath, for what is not to be noted. */
    public ZooKeeper zooKeeper() {
        return client;
    }

    public Outcome create(String path, String data) throws InterruptedException {
        return create(path, data, CreateMode.PERSISTENT);
    }

    public Outcome create(String path, String data, CreateMode mode) throws InterruptedException {
        return noted(Request.create(path, data), () -> {
            Stat stat = new Stat();
            String created = client.create(path, data.getBytes(UTF_8), Ids.OPEN_ACL_UNSAFE, mode, stat);
            return new Outcome.Ok(Optional.of(created), Optional.of(Position.zxid(stat.getCzxid())));
        });
    }

    /** Whatever its version. */
    public Outcome set(String path, String data) throws InterruptedException {
        return noted(
                Request.set(path, data),
                () -> Outcome.ok(Position.zxid(
                        client.setData(path, data.getBytes(UTF_8), -1).getMzxid())));
    }

    /** Whatever its version. */
    public Outcome delete(String path) throws InterruptedException {
        return noted(Request.delete(path), () -> {
            client.delete(path, -1);
            return Outcome.ok();
        });
    }

    public Outcome read(String path) throws InterruptedException {
        return noted(
                Request.read(path),
                () -> new Outcome.Ok(
                        Optional.of(new String(client.getData(path, false, null), UTF_8)), Optional.empty()));
    }

    private Outcome noted(Request request, Call call) throws InterruptedException {
        long operation = recorder.invoke(name, request);
        Outcome outcome = new Outcome.Unknown("interrupted");
        try {
            outcome = call.make();
        } catch (KeeperException e) {
            outcome = ErrorClasses.of(e);
        } finally {
            recorder.end(operation, outcome);
        }
        return outcome;
    }

    @Override
    public void close() {
        try {
            client.close((int) Duration.ofSeconds(1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
