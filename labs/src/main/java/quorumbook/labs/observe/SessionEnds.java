package quorumbook.labs.observe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.NodeId;

/**
 * Which transaction ended each session, as the transaction logs on a ZooKeeper server's disk say. What clients see does not
 * tell a closed session from znodes that were deleted together.
 */
public final class SessionEnds {
    private SessionEnds() {}

    /** By the sessions' ids; what has been done is on the disk before anybody hears of it. */
    public static Map<Long, Zxid> of(Cluster cluster, NodeId server) {
        Map<Long, Zxid> ends = new LinkedHashMap<>();
        all(cluster, server).forEach(end -> ends.put(end.session(), end.zxid()));
        return ends;
    }

    /** All that the server's logs tell, oldest first. */
    public static List<SessionEnd> all(Cluster cluster, NodeId server) {
        List<SessionEnd> ends = new ArrayList<>();
        for (String file : StoredZxid.logFiles(cluster, server)) {
            cluster.dataFile(server, file).ifPresent(content -> ends.addAll(TxnLog.sessionEnds(content)));
        }
        return ends;
    }
}
