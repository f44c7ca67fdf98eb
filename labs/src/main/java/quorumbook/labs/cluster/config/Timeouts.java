package quorumbook.labs.cluster.config;

import java.time.Duration;

/** How long servers wait before they give somebody up, as we configure them: what happens after a fault cannot come sooner. */
public final class Timeouts {
    /** In ticks ZooKeeper counts the time-outs of its sessions. */
    public static final Duration ZOOKEEPER_TICK = Duration.ofMillis(500);

    /** After which a controller gives up a broker that has sent no heartbeat. */
    public static final Duration BROKER_SESSION = Duration.ofSeconds(6);

    public static final Duration BROKER_HEARTBEAT = Duration.ofSeconds(1);

    /** After which a leader takes a follower that does not keep up out of the ISR. */
    public static final Duration REPLICA_LAG = Duration.ofSeconds(3);

    /** Of a broker's own session, in ZooKeeper mode. */
    public static final Duration BROKER_IN_ZOOKEEPER = Duration.ofSeconds(4);

    private Timeouts() {}
}
