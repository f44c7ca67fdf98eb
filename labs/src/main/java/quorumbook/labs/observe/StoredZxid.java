package quorumbook.labs.observe;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.NodeId;

/**
 * The last transaction that a ZooKeeper server has on its disk, whether it runs or not: with that one it would come to its
 * next election. The server log names the files, the files say the rest.
 */
public final class StoredZxid {
    private static final int WHOLE_LOG = 20_000;
    private static final String FOLDER = "version-2/";
    private static final Pattern LOG_FILE = Pattern.compile("Creating new log file: (log\\.\\p{XDigit}+)$");
    private static final Pattern SNAPSHOT =
            Pattern.compile("Snapshotting: 0x\\p{XDigit}+ to \\S*(snapshot\\.\\p{XDigit}+)$");

    private StoredZxid() {}

    /** Empty if the server has stored nothing yet. */
    public static Optional<Zxid> of(Cluster cluster, NodeId server) {
        List<String> lines = cluster.serverLog(server, WHOLE_LOG);
        Optional<Zxid> last = Optional.empty();
        for (String file : names(lines, LOG_FILE)) {
            last = later(last, cluster.dataFile(server, FOLDER + file).flatMap(TxnLog::last));
        }
        for (String file : names(lines, SNAPSHOT)) {
            // Its name is the last transaction that is in it for certain.
            last = later(last, cluster.dataFile(server, FOLDER + file).map(content -> named(file)));
        }
        return last;
    }

    /** The paths of its transaction logs in its data folder. */
    static List<String> logFiles(Cluster cluster, NodeId server) {
        return names(cluster.serverLog(server, WHOLE_LOG), LOG_FILE).stream()
                .map(file -> FOLDER + file)
                .toList();
    }

    private static Set<String> names(List<String> lines, Pattern pattern) {
        Set<String> names = new LinkedHashSet<>();
        for (String line : lines) {
            Matcher matcher = pattern.matcher(line.strip());
            if (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    private static Zxid named(String file) {
        return Zxid.of(Long.parseUnsignedLong(file.substring(file.indexOf('.') + 1), 16));
    }

    private static Optional<Zxid> later(Optional<Zxid> one, Optional<Zxid> other) {
        return one.isEmpty() || (other.isPresent() && other.get().compareTo(one.get()) > 0) ? other : one;
    }
}
