package quorumbook.labs.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import quorumbook.labs.cluster.NodeSpec.Duty;

/**
 * ZooKeeper servers that somebody else installs: server {@code zkN} is started from {@code zkN/zoo.cfg} below the folder, as
 * it stands there at that moment. Nothing is written for them, and what they make of it is theirs.
 *
 * @param folder absolute; whoever installs the servers makes it, and it outlives the cluster
 * @param doors where each server is to be found, {@code zk1} first: kept free for it, and asked there
 */
public record HandInstalled(Path folder, List<Doors> doors) implements ClusterSpec {
    private static final String CONFIGURATION = "zoo.cfg";
    /** Where a server keeps its data, below its own folder. */
    public static final String DATA = "data";
    /** Where it keeps its transaction log. */
    public static final String LOG = "log";

    /** The three ports of a server on loopback: for clients, for its followers, for votes. */
    public record Doors(int client, int quorum, int election) {}

    public HandInstalled {
        if (!folder.isAbsolute() || doors.isEmpty()) {
            throw new IllegalArgumentException(doors.size() + " servers cannot be installed in " + folder);
        }
        doors = List.copyOf(doors);
    }

    public Doors doors(NodeId server) {
        return doors.get(server.number() - 1);
    }

    /** The server's own folder. */
    public Path home(NodeId server) {
        return folder.resolve(server.toString());
    }

    /** The file from which the server is started. */
    public Path configuration(NodeId server) {
        return home(server).resolve(CONFIGURATION);
    }

    @Override
    public List<NodeSpec> nodes() {
        return IntStream.rangeClosed(1, doors.size())
                .mapToObj(sid -> new NodeSpec(NodeId.zk(sid), Software.ZOOKEEPER, Duty.VOTER, sid))
                .toList();
    }

    @Override
    public Initially initially() {
        return Initially.STOPPED;
    }

    @Override
    public String describe() {
        return doors.size() + " ZooKeeper servers that you install";
    }
}
