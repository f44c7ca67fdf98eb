package quorumbook.labs.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorumbook.labs.cluster.Capability;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.Kept;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.observe.StoredZxid;
import quorumbook.labs.observe.Zxid;

/**
 * The server ends and comes back with the data folder that it once had, as from an old backup or a disk that lied about
 * what it had written: it has promised and acknowledged what it knows nothing of any more.
 *
 * @param kept the data folder as it was, which {@link Cluster#keep} has copied of this cluster
 */
public record SetBack(Kept kept) implements Fault {
    @Override
    public String words() {
        return kept.node() + " set back";
    }

    @Override
    public Set<Capability> needs() {
        return Set.of(Capability.KILL);
    }

    @Override
    public List<Proof> inflict(Cluster cluster) {
        NodeId node = kept.node();
        List<Proof> proofs = new ArrayList<>(PowerSwitch.off(cluster, node));
        if (node.kind() != NodeId.Kind.ZK) {
            proofs.add(cluster.setBack(kept));
            return proofs;
        }
        String before = lastTransaction(cluster, node);
        proofs.add(cluster.setBack(kept));
        String now = lastTransaction(cluster, node);
        proofs.add(new Proof(
                node,
                "made to forget",
                Instant.now(),
                List.of("its last transaction was " + before + ", and is " + now + " now")));
        return proofs;
    }

    private static String lastTransaction(Cluster cluster, NodeId node) {
        Optional<Zxid> last = StoredZxid.of(cluster, node);
        return last.map(Zxid::toString).orElse("none");
    }

    @Override
    public List<Proof> heal(Cluster cluster) {
        return PowerSwitch.on(cluster, kept.node());
    }
}
