package quorumbook.labs.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import quorumbook.labs.cluster.Capability;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;

/** Something that goes wrong on purpose. It either leaves proof that it did, or throws; so does its healing. */
public sealed interface Fault
        permits Fault.Crash,
                Fault.CleanStop,
                Fault.Pause,
                Fault.Isolation,
                Fault.CutLink,
                Fault.Wipe,
                SetBack,
                Fault.OnClientLink,
                Fault.SessionExpired {
    /** What is so while it lasts, as it is shown and as events call it: {@code "zk3 paused"}. */
    String words();

    /** What a backend must be able to do. */
    Set<Capability> needs();

    /** Inflicts it; returns once it is proved. */
    List<Proof> inflict(Cluster cluster) throws InterruptedException;

    /**
     * Heals it; nothing to prove if it has healed already. A fault whose bite is seen only afterwards proves it here.
     *
     * @throws ClusterException if it did not heal, or never bit
     */
    List<Proof> heal(Cluster cluster);

    /** The server ends without warning and is started again. */
    record Crash(NodeId node) implements Fault {
        @Override
        public String words() {
            return node + " crashed";
        }

        @Override
        public Set<Capability> needs() {
            return Set.of(Capability.KILL);
        }

        @Override
        public List<Proof> inflict(Cluster cluster) {
            return List.of(cluster.kill(node));
        }

        @Override
        public List<Proof> heal(Cluster cluster) {
            return PowerSwitch.on(cluster, node);
        }
    }

    /** The server is asked to end, does, and is started again. */
    record CleanStop(NodeId node) implements Fault {
        @Override
        public String words() {
            return node + " stopped";
        }

        @Override
        public Set<Capability> needs() {
            return Set.of();
        }

        @Override
        public List<Proof> inflict(Cluster cluster) {
            return List.of(cluster.stop(node));
        }

        @Override
        public List<Proof> heal(Cluster cluster) {
            return PowerSwitch.on(cluster, node);
        }
    }

    /** The server is frozen: its sockets stay open and nothing answers. */
    record Pause(NodeId node) implements Fault {
        @Override
        public String words() {
            return node + " paused";
        }

        @Override
        public Set<Capability> needs() {
            return Set.of(Capability.PAUSE);
        }

        @Override
        public List<Proof> inflict(Cluster cluster) {
            return List.of(cluster.pause(node));
        }

        @Override
        public List<Proof> heal(Cluster cluster) {
            return cluster.condition(node) == Condition.PAUSED ? List.of(cluster.resume(node)) : List.of();
        }
    }

    /** The server hears none of its peers, nor they it; clients still reach it. */
    record Isolation(NodeId node) implements Fault {
        @Override
        public String words() {
            return node + " isolated";
        }

        @Override
        public Set<Capability> needs() {
            return Set.of(node.kind() == NodeId.Kind.ZK ? Capability.ISOLATE_ZOOKEEPER : Capability.ISOLATE_KAFKA);
        }

        @Override
        public List<Proof> inflict(Cluster cluster) {
            return List.of(cluster.isolate(node));
        }

        @Override
        public List<Proof> heal(Cluster cluster) {
            return cluster.condition(node) == Condition.RUNNING ? List.of() : List.of(cluster.rejoin(node));
        }
    }

    /** Two servers do not hear each other; all others do. */
    record CutLink(NodeId one, NodeId other) implements Fault {
        @Override
        public String words() {
            return "link " + one + "–" + other + " cut";
        }

        @Override
        public Set<Capability> needs() {
            return Set.of(one.kind() == NodeId.Kind.ZK ? Capability.CUT_ZOOKEEPER_LINK : Capability.CUT_KAFKA_LINK);
        }

        @Override
        public List<Proof> inflict(Cluster cluster) {
            return List.of(cluster.cut(one, other));
        }

        @Override
        public List<Proof> heal(Cluster cluster) {
            return List.of(cluster.rejoin(one));
        }
    }

    /** The server ends, its data is gone, and it is started again with nothing but its name. */
    record Wipe(NodeId node) implements Fault {
        @Override
        public String words() {
            return node + " wiped";
        }

        @Override
        public Set<Capability> needs() {
            return Set.of(Capability.KILL);
        }

        @Override
        public List<Proof> inflict(Cluster cluster) {
            List<Proof> proofs = new ArrayList<>(PowerSwitch.off(cluster, node));
            proofs.add(cluster.wipe(node));
            return proofs;
        }

        @Override
        public List<Proof> heal(Cluster cluster) {
            return PowerSwitch.on(cluster, node);
        }
    }

    /** Clients that use the link are hung up on, and so is whoever calls again. */
    record ClientsCut(ClientLink link) implements OnClientLink {
        @Override
        public String words() {
            return "clients of " + link.node() + " cut off";
        }

        @Override
        public List<Proof> inflict(Cluster cluster) {
            return List.of(link.cut());
        }
    }

    /** What clients say on the link, and what they are told, does not arrive before it heals. */
    record ClientsHeld(ClientLink link) implements OnClientLink {
        @Override
        public String words() {
            return "clients of " + link.node() + " held up";
        }

        @Override
        public List<Proof> inflict(Cluster cluster) {
            return List.of(link.hold());
        }
    }

    /** What clients say on the link, and what they are told, arrives late. */
    record ClientsDelayed(ClientLink link, Duration by) implements OnClientLink {
        @Override
        public String words() {
            return "clients of " + link.node() + " delayed by " + by.toMillis() + " ms";
        }

        @Override
        public List<Proof> inflict(Cluster cluster) {
            return List.of(link.delay(by));
        }
    }

    /**
     * The server does what the next request of that kind asks; the client that asked loses its connection instead of hearing
     * so. A request that is refused does not count.
     *
     * @param below a path: only requests about it, or a path that begins so, count
     */
    record LostReply(ClientLink link, RequestKind kind, String below) implements OnClientLink {
        /** Whatever the request is about. */
        public LostReply(ClientLink link, RequestKind kind) {
            this(link, kind, "");
        }

        @Override
        public String words() {
            return "reply of " + link.node() + " to " + kind.words() + " lost";
        }

        @Override
        public List<Proof> inflict(Cluster cluster) {
            return List.of(link.loseNextReply(kind, below));
        }
    }

    /**
     * The answer to the next request of that kind is held, so that something happens before its client asks again.
     *
     * @param below a path: only requests about it, or a path that begins so, count
     */
    record ReplyHeld(ClientLink link, RequestKind kind, String below) implements OnClientLink {
        @Override
        public String words() {
            return "reply of " + link.node() + " to " + kind.words() + " held";
        }

        @Override
        public List<Proof> inflict(Cluster cluster) {
            return List.of(link.holdNextReply(kind, below));
        }
    }

    /** A fault of the way between clients and a server. */
    sealed interface OnClientLink extends Fault {
        ClientLink link();

        @Override
        default Set<Capability> needs() {
            return Set.of();
        }

        @Override
        default List<Proof> heal(Cluster cluster) {
            return List.of(link().pass());
        }
    }

    /**
     * A client's ZooKeeper session ends, as if its time-out had passed: somebody with its id and password has closed it.
     *
     * @param client who loses it, as events call it
     */
    record SessionExpired(String client, long session, byte[] password) implements Fault {
        public SessionExpired {
            password = password.clone();
        }

        @Override
        public byte[] password() {
            return password.clone();
        }

        @Override
        public String words() {
            return "session of " + client + " expired";
        }

        @Override
        public Set<Capability> needs() {
            return Set.of();
        }

        @Override
        public List<Proof> inflict(Cluster cluster) throws InterruptedException {
            return List.of(SessionTheft.end(cluster, session, password));
        }

        /** Nothing brings a session back. */
        @Override
        public List<Proof> heal(Cluster cluster) {
            return List.of();
        }
    }
}
