package quorumbook.labs.zookeeper;

import java.nio.file.Path;
import java.util.List;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.Given;

/** The table of the lesson: where each of the three servers lies and listens, and with what they all count. */
record Plan(Given given) {
    static final List<NodeId> SERVERS = List.of(NodeId.zk(1), NodeId.zk(2), NodeId.zk(3));
    static final String HOST = "127.0.0.1";
    /** Bands of ports, one for each door, so that no port is drawn twice; below those of outgoing connections. */
    private static final int FIRST_PORT = 21_000;

    private static final int BAND = 1_000;

    static Given draw(long seed) {
        Given.Drawing drawing = Given.from(seed)
                .number("tick", 4, 9)
                .with("tick", tick -> tick + "00")
                .number("init", 8, 15)
                .number("sync", 4, 7)
                .word("folder", home() + "/install-");
        int band = 0;
        for (String door : List.of("client", "quorum", "election")) {
            for (NodeId server : SERVERS) {
                int first = FIRST_PORT + BAND * band++;
                drawing.number(door + server.number(), first, first + BAND - 1);
            }
        }
        return drawing.done();
    }

    /** A place that every user has to themselves, with a path that fits on a line. Properties take a backslash for an escape. */
    private static String home() {
        String user = System.getProperty("user.name", "learner").replaceAll("[^A-Za-z0-9._-]", "_");
        return Path.of(System.getProperty("java.io.tmpdir"), "quorumbook-" + user)
                .toAbsolutePath()
                .toString()
                .replace('\\', '/');
    }

    String folder() {
        return given.value("folder");
    }

    String dataDir(NodeId server) {
        return folder() + "/" + server + "/" + HandInstalled.DATA;
    }

    String dataLogDir(NodeId server) {
        return folder() + "/" + server + "/" + HandInstalled.LOG;
    }

    HandInstalled.Doors doors(NodeId server) {
        return new HandInstalled.Doors(
                given.number("client" + server.number()),
                given.number("quorum" + server.number()),
                given.number("election" + server.number()));
    }

    int tick() {
        return given.number("tick");
    }

    int initLimit() {
        return given.number("init");
    }

    int syncLimit() {
        return given.number("sync");
    }

    /** As it stands in the table. */
    String serverLine(NodeId server) {
        HandInstalled.Doors doors = doors(server);
        return "server." + server.number() + "=" + HOST + ":" + doors.quorum() + ":" + doors.election();
    }

    HandInstalled shape() {
        return new HandInstalled(
                Path.of(folder()), SERVERS.stream().map(this::doors).toList());
    }
}
