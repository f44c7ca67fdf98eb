package quorumbook.labs.zookeeper;

import java.time.Duration;

/** How long ZooKeeper's own client waits before it looks for a server again (ClientCnxn: at random, up to a second). */
final class Pause {
    static final Duration ON_AVERAGE = Duration.ofMillis(500);
    static final String WORDS = "in which clients pause before they call again";

    private Pause() {}
}
