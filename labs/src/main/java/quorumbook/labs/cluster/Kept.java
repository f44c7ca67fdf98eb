package quorumbook.labs.cluster;

import java.nio.file.Path;

/**
 * A copy of a node's data folder, to which {@link Cluster#setBack} returns the node. It lies with its cluster and goes with it.
 *
 * @param copy where the backend that made it finds it: a folder, or an archive of one
 * @param proof of which node, when, and what is in it
 */
public record Kept(Path copy, Proof proof) {
    public NodeId node() {
        return proof.node();
    }
}
