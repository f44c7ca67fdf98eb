package quorumbook.labs.cluster;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which server: its kind and its number, written {@code zk1}, {@code kafka2} or {@code controller1}. The number is the
 * server's {@code myid}, or the broker's place from 1 (see {@link NodeSpec} for Kafka's {@code node.id}).
 */
public record NodeId(Kind kind, int number) implements Comparable<NodeId> {
    private static final Pattern WRITTEN = Pattern.compile("(zk|kafka|controller)([1-9][0-9]?)");
    private static final Comparator<NodeId> ORDER =
            Comparator.comparing(NodeId::kind).thenComparingInt(NodeId::number);

    /** A ZooKeeper server; a Kafka broker (which may be a controller too); a Kafka controller and nothing else. */
    public enum Kind {
        ZK,
        KAFKA,
        CONTROLLER
    }

    public NodeId {
        if (number < 1) {
            throw new IllegalArgumentException("a node's number starts at 1, not at " + number);
        }
    }

    public static NodeId zk(int sid) {
        return new NodeId(Kind.ZK, sid);
    }

    public static NodeId kafka(int number) {
        return new NodeId(Kind.KAFKA, number);
    }

    public static NodeId controller(int number) {
        return new NodeId(Kind.CONTROLLER, number);
    }

    /** Reads {@code zk1}, {@code kafka2}, {@code controller1}; empty for anything else. */
    public static Optional<NodeId> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? Optional.of(new NodeId(
                        Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(NodeId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + number;
    }
}
