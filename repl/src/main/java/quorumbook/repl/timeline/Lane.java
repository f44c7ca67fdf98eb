package quorumbook.repl.timeline;

import java.util.Comparator;
import quorumbook.labs.cluster.NodeId;

/** Whose doings stand below each other. Servers come first, in the order of their numbers, then who asked them. */
public record Lane(Kind kind, String name) implements Comparable<Lane> {
    static final Lane LEARNER = new Lane(Kind.LEARNER, "you");
    static final Lane WORKBOOK = new Lane(Kind.WORKBOOK, "workbook");
    static final Lane TREE = new Lane(Kind.DATA, "znodes");

    private static final Comparator<Lane> ORDER =
            Comparator.comparing(Lane::kind).thenComparing(Lane::place).thenComparing(Lane::name);

    /** What stands behind a lane. */
    public enum Kind {
        SERVER("server"),
        DATA("data"),
        CLIENT("client"),
        LEARNER("the learner"),
        WORKBOOK("what we looked at");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    static Lane of(NodeId server) {
        return new Lane(Kind.SERVER, server.toString());
    }

    static Lane client(String name) {
        return new Lane(Kind.CLIENT, name);
    }

    static Lane data(String topic) {
        return new Lane(Kind.DATA, topic);
    }

    private NodeId place() {
        return NodeId.parse(name).orElse(NodeId.zk(1));
    }

    @Override
    public int compareTo(Lane other) {
        return ORDER.compare(this, other);
    }
}
