package quorumbook.labs.cluster.container;

import java.util.List;
import quorumbook.labs.cluster.NodeId;

/**
 * The addresses of one cluster's servers among themselves, one for each for the life of the cluster.
 *
 * @param written such as {@code 172.18.0.0/16}
 */
record Subnet(String written, List<NodeId> nodes) {
    /** The subnet's own address and its gateway's come first. */
    private static final int FIRST = 2;

    static Subnet of(String written, List<NodeId> nodes) {
        return new Subnet(written, List.copyOf(nodes));
    }

    /** The node's address: no subnet that an engine hands out is so small that its last octet overflows. */
    String of(NodeId node) {
        String base = written.substring(0, written.indexOf('/'));
        int dot = base.lastIndexOf('.') + 1;
        int last = Integer.parseInt(base.substring(dot)) + FIRST + nodes.indexOf(node);
        return base.substring(0, dot) + last;
    }
}
