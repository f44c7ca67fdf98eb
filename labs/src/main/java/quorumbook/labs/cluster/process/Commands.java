package quorumbook.labs.cluster.process;

import java.util.List;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.config.NodeFiles;

/** The command line of each server. */
interface Commands {
    /** Run in the node's folder. */
    List<String> start(NodeSpec node, NodeFiles files);

    /** Whether it formats a KRaft node's data folder itself, so that nothing is to be laid there. */
    default boolean formats() {
        return false;
    }
}
