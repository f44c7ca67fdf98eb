package quorumbook.repl.timeline;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import quorumbook.labs.history.Event;

/** Tells what we looked at, and what was noted. */
final class Looks {
    private Looks() {}

    static Mark mark(Event event) {
        if (event instanceof Event.Noted noted) {
            return noted.name().equals(Timeline.TYPED)
                    ? Mark.of(
                            Lane.LEARNER,
                            Sign.TYPED,
                            "you typed " + noted.value().replace('\n', ' '))
                    : seen("noted: " + noted.name() + " = " + noted.value());
        }
        if (event instanceof Event.ZnodeChanged changed) {
            boolean created = changed.change() == Event.Change.CREATED;
            return Mark.of(
                    Lane.TREE,
                    created ? Sign.CREATED : Sign.DELETED,
                    changed.path() + " " + changed.change().name().toLowerCase(Locale.ROOT) + ", zxid 0x"
                            + Long.toHexString(changed.zxid()));
        }
        if (event instanceof Event.Unproved unproved) {
            return Mark.of(
                    Lane.WORKBOOK, Sign.UNPROVED, "not proved: " + unproved.fault() + " (" + unproved.why() + ")");
        }
        return event instanceof Event.Unread unread
                ? Mark.of(Lane.WORKBOOK, Sign.UNKNOWN, "an event of an unknown kind, '" + unread.kind() + "'")
                : data(event);
    }

    private static Mark data(Event event) {
        if (event instanceof Event.TreeSeen tree) {
            int count = tree.znodes().size();
            return seen("looked at " + tree.root() + ": "
                    + (count == 0 ? "not there" : count == 1 ? "1 znode" : count + " znodes"));
        }
        if (event instanceof Event.SessionsSeen sessions) {
            return seen("looked: " + sessions.alive().size() + " sessions alive");
        }
        if (event instanceof Event.TopicSeen topic) {
            String found = topic.partitions().isEmpty()
                    ? "not there"
                    : topic.partitions().size() + " partitions";
            return Mark.of(Lane.data(topic.topic()), Sign.SEEN, "looked at topic " + topic.topic() + ": " + found);
        }
        if (event instanceof Event.LogSeen log) {
            String found = log.entries().size() + " records";
            return Mark.of(Lane.data(log.topic()), Sign.SEEN, "read topic " + log.topic() + ": " + found);
        }
        if (event instanceof Event.OffsetSeen offset) {
            return Mark.of(
                    Lane.data(topic(offset.partition())),
                    Sign.SEEN,
                    offset.whose() + ": offset " + offset.offset() + " of " + offset.partition());
        }
        return event instanceof Event.PartitionSeen partition
                ? Mark.of(Lane.data(partition.topic()), Sign.SEEN, words(partition))
                : seen("something happened that has no picture yet: "
                        + event.getClass().getSimpleName());
    }

    static Mark nothingNew() {
        return seen("looked: nothing new");
    }

    private static Mark seen(String words) {
        return Mark.of(Lane.WORKBOOK, Sign.SEEN, words);
    }

    private static String topic(String partition) {
        int dash = partition.lastIndexOf('-');
        return dash > 0 ? partition.substring(0, dash) : partition;
    }

    private static String words(Event.PartitionSeen partition) {
        String leader =
                partition.leader().isPresent() ? "leader " + partition.leader().getAsInt() : "no leader";
        List<Event.Replica> inSync =
                partition.replicas().stream().filter(Event.Replica::inSync).toList();
        return partition.topic() + "-" + partition.partition() + ": " + leader + ", leader epoch "
                + partition.leaderEpoch() + ", ISR "
                + inSync.stream().map(each -> Integer.toString(each.broker())).collect(Collectors.joining(" "))
                + partition.replicas().stream().map(Looks::words).collect(Collectors.joining());
    }

    private static String words(Event.Replica replica) {
        return "; broker " + replica.broker() + " log end " + words(replica.logEnd()) + ", high watermark "
                + words(replica.highWatermark());
    }

    private static String words(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "?";
    }
}
