package quorumbook.labs.observe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.zookeeper.txn.SetDataTxn;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.NodeId;

/**
 * A value that a znode was given after its creation, as the transaction logs on a ZooKeeper server's disk say. Clients see
 * the last one at most, and whoever writes it can make up for all that was wrong before.
 *
 * @param version the znode's dataVersion from then on
 * @param value its bytes as UTF-8; empty text for none
 */
public record ValueWritten(Zxid zxid, String path, int version, String value) {
    static ValueWritten of(Zxid zxid, SetDataTxn write) {
        String value = write.getData() == null ? "" : new String(write.getData(), StandardCharsets.UTF_8);
        return new ValueWritten(zxid, write.getPath(), write.getVersion(), value);
    }

    /** All that the server's logs tell of that path since that transaction, oldest first. */
    public static List<ValueWritten> to(String path, Zxid since, Cluster cluster, NodeId server) {
        List<ValueWritten> written = new ArrayList<>();
        for (String file : StoredZxid.logFiles(cluster, server)) {
            cluster.dataFile(server, file).ifPresent(content -> written.addAll(TxnLog.valuesWritten(content)));
        }
        return written.stream()
                .filter(write -> write.path().equals(path) && write.zxid().compareTo(since) > 0)
                .toList();
    }
}
