package quorumbook.labs.zookeeper;

import quorumbook.labs.cluster.NodeId;

/** The names under which is noted what servers did that were started from the learner's files. */
final class InstallFacts {
    static final String STARTED = "servers were started from";
    static final String HINDERED = "hindered";
    static final String WRITTEN = "written";
    static final String READ_AGAIN = "read after the restart";

    private InstallFacts() {}

    /** What {@code srvr} said of the server's role, after the first or the second start. */
    static String role(NodeId server, int start) {
        return "role of " + server + " after start " + start;
    }

    /** Why a server ended by itself. */
    static String end(NodeId server) {
        return "end of " + server;
    }

    /** The server's answer to {@code conf}. */
    static String settings(NodeId server) {
        return "conf of " + server;
    }

    /** What the server has at {@code /zookeeper/config}. */
    static String members(NodeId server) {
        return "members by " + server;
    }

    /** Which files the server has written, a line each. */
    static String disk(NodeId server) {
        return "disk of " + server;
    }
}
