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

    /** In which a server with a majority of votes still takes a better one (FastLeaderElection.finalizeWait). */
    public static final Duration FINAL_VOTE = Duration.ofMillis(200);

    private Timeouts() {}

    /**
     * How long after a client was killed its session ends, on average. A client that has nothing to say pings each third of
     * the time-out (ClientCnxn), so its last word may be that old; a server looks once a tick whose time is over
     * (ExpiryQueue).
     */
    public static Duration endOfSession(Duration timeout) {
        return timeout.minus(timeout.dividedBy(6)).plus(ZOOKEEPER_TICK.dividedBy(2));
    }
}
