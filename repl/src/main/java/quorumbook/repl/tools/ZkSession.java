package quorumbook.repl.tools;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.admin.ZooKeeperAdmin;
import org.apache.zookeeper.client.ZKClientConfig;
import quorumbook.labs.await.Eventually;

/** The session behind the {@code zk} command: as zkCli's, it lives on between commands, and ephemeral znodes with it. */
final class ZkSession implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int LONGEST_CLOSE_MILLIS = 1_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

    private final CountDownLatch connected = new CountDownLatch(1);
    private final String addresses;
    private final Consumer<WatchedEvent> events;
    private final ZooKeeper client;
    private volatile boolean closed;

    private ZkSession(String addresses, Consumer<WatchedEvent> events) throws IOException {
        this.addresses = addresses;
        this.events = events;
        ZKClientConfig configuration = new ZKClientConfig();
        // A server that is paused in the middle of a request must not hold the prompt for ever.
        configuration.setProperty(ZKClientConfig.ZOOKEEPER_REQUEST_TIMEOUT, Integer.toString(TIMEOUT_MILLIS));
        // reconfig needs the admin client, as in zkCli.
        this.client = new ZooKeeperAdmin(addresses, TIMEOUT_MILLIS, this::happened, false, configuration);
    }

    /** Begins to connect; does not wait. */
    static ZkSession open(String addresses, Consumer<WatchedEvent> events) throws IOException {
        return new ZkSession(addresses, events);
    }

    String addresses() {
        return addresses;
    }

    ZooKeeper client() {
        return client;
    }

    boolean isAlive() {
        return !closed && client.getState().isAlive();
    }

    boolean isConnected() {
        return isAlive() && client.getState().isConnected();
    }

    /** Tells whether a server gave this session an id within that time. */
    boolean awaitConnected(Duration longest) throws InterruptedException {
        return connected.await(longest.toMillis(), TimeUnit.MILLISECONDS) && isAlive();
    }

    /**
     * Tells whether a server answered a request within that time: a session that was connected to a server which has ended
     * finds itself another one first. Once the session is over there is nothing to wait for.
     */
    boolean awaitServed(Duration longest) throws InterruptedException {
        return Eventually.holds(longest, () -> !isAlive() || isServed());
    }

    private boolean isServed() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        AtomicBoolean lost = new AtomicBoolean(true);
        client.exists(
                "/",
                false,
                (code, path, context, stat) -> {
                    lost.set(code == KeeperException.Code.CONNECTIONLOSS.intValue()
                            || code == KeeperException.Code.REQUESTTIMEOUT.intValue());
                    answered.countDown();
                },
                null);
        return answered.await(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS) && !lost.get();
    }

    OptionalLong id() {
        long id = client.getSessionId();
        return isAlive() && id != 0 ? OptionalLong.of(id) : OptionalLong.empty();
    }

    /** Ends the session, its ephemeral znodes at once: returns when a server has said so. */
    @Override
    public void close() {
        closed = true;
        // Afterwards the client tidies up for a tenth of a second, which nobody needs to wait for.
        Thread closing = new Thread(this::closeClient, "zk-session-closing");
        closing.setDaemon(true);
        closing.start();
        try {
            Eventually.Sight<Boolean> ended = Eventually.look(
                    Duration.ofMillis(LONGEST_CLOSE_MILLIS),
                    BETWEEN_LOOKS,
                    () -> !client.getState().isAlive() || !closing.isAlive(),
                    Boolean::booleanValue);
            if (!ended.satisfied()) {
                closing.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeClient() {
        try {
            client.close(LONGEST_CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void happened(WatchedEvent event) {
        boolean first = connected.getCount() > 0;
        if (event.getState() == Watcher.Event.KeeperState.SyncConnected) {
            connected.countDown();
        }
        boolean ofSession = event.getType() == Watcher.Event.EventType.None;
        if (!closed && !(ofSession && first)) {
            events.accept(event);
        }
    }
}
