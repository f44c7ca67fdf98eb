package quorumbook.agent;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;

/** The learner's {@code zk}: a client of the lab's ensemble whose events are shown above the prompt. */
public final class GivenZooKeeper {
    private static final int SESSION_TIMEOUT_MILLIS = 10_000;
    private static final long FIRST_CONNECTION_SECONDS = 5;
    private static final int LONGEST_CLOSE_MILLIS = 1000;
    private static final long BETWEEN_LOOKS_MILLIS = 2;

    private GivenZooKeeper() {}

    /** A new client; waits a little for its session, since an id of 0 is of no use to anyone. */
    public static ZooKeeper open() throws IOException, InterruptedException {
        Reporting reporting = new Reporting();
        ZooKeeper client = new ZooKeeper(Given.connectString(), SESSION_TIMEOUT_MILLIS, reporting);
        Given.opened(Optional.of(connection(client)), Optional.empty());
        if (!reporting.connected.await(FIRST_CONNECTION_SECONDS, TimeUnit.SECONDS)) {
            System.err.println("zk is not connected: no server of " + Given.connectString() + " let it in within "
                    + FIRST_CONNECTION_SECONDS + " s. It keeps trying; /cluster shows which servers run.");
        }
        return client;
    }

    private static Given.Connection connection(ZooKeeper client) {
        return new Given.Connection() {
            @Override
            public void close() {
                end(client);
            }

            @Override
            public long session() {
                return client.getState().isAlive() ? client.getSessionId() : 0;
            }
        };
    }

    /** Returns when a server has ended the session: afterwards the client tidies up for a tenth of a second. */
    private static void end(ZooKeeper client) {
        Thread closing = new Thread(() -> closeNow(client), "zk-closing");
        closing.setDaemon(true);
        closing.start();
        try {
            while (closing.isAlive() && client.getState().isAlive()) {
                closing.join(BETWEEN_LOOKS_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeNow(ZooKeeper client) {
        try {
            client.close(LONGEST_CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says what the session lives through and which watches fired. */
    private static final class Reporting implements Watcher {
        private final CountDownLatch connected = new CountDownLatch(1);

        @Override
        public void process(WatchedEvent event) {
            if (event.getType() != Event.EventType.None) {
                Given.event("watch fired: " + event.getType() + " " + event.getPath());
                return;
            }
            boolean first = connected.getCount() > 0;
            if (event.getState() == Event.KeeperState.SyncConnected) {
                connected.countDown();
            }
            if (!first && event.getState() != Event.KeeperState.Closed) {
                Given.event("zk: " + sentence(event.getState()));
            }
        }

        private static String sentence(Event.KeeperState state) {
            return switch (state) {
                case SyncConnected -> "connected again, the same session (SyncConnected)";
                case Disconnected -> "no server answers; the session may still live (Disconnected)";
                case Expired -> "the ensemble ended the session, its ephemeral znodes are gone (Expired)";
                default -> state.toString();
            };
        }
    }
}
