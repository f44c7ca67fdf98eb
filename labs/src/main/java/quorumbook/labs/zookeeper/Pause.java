package quorumbook.labs.zookeeper;

import java.time.Duration;

/**
 * How long ZooKeeper's own client waits before it calls the only server that it knows once more: a second because it has been
 * through its whole list (StaticHostProvider.next), and up to another one at random (ClientCnxn.SendThread.startConnect).
 * Until then it says that it is connected. What it is asked meanwhile waits for that call; only what it is asked within 0.1 s
 * of a connection's end fails with that end (ClientCnxnSocketNIO.cleanup).
 */
final class Pause {
    static final Duration ON_AVERAGE = Duration.ofMillis(1500);
    static final Duration AT_MOST = Duration.ofSeconds(2);
    static final String WORDS = "in which clients pause before they call again";

    private Pause() {}
}
