package quorumbook.labs.cluster.container;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import quorumbook.labs.cluster.Capability;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;

/** In which conditions a verb makes sense. */
enum Rule {
    START("start", Condition.STOPPED, Condition.DIED),
    STOP("stop", Condition.RUNNING, Condition.ISOLATED),
    KILL("kill", Condition.RUNNING, Condition.ISOLATED, Condition.PAUSED),
    PAUSE("pause", Condition.RUNNING, Condition.ISOLATED),
    RESUME("resume", Condition.PAUSED),
    WIPE("wipe", Condition.STOPPED, Condition.DIED),
    ISOLATE("isolate", Condition.RUNNING),
    REJOIN("rejoin", Condition.ISOLATED),
    REJOIN_LINK("rejoin", Condition.ISOLATED, Condition.RUNNING),
    CUT("cut a link of", Condition.RUNNING);

    private final String words;
    private final Set<Condition> conditions;

    Rule(String words, Condition... conditions) {
        this.words = words;
        this.conditions = EnumSet.copyOf(Arrays.asList(conditions));
    }

    void allow(NodeId node, Condition now) {
        if (!conditions.contains(now)) {
            throw new ClusterException("cannot " + words + " " + node + ": it is " + written(now));
        }
    }

    static void capable(NodeId node, Set<Capability> has, Capability zooKeeper, Capability kafka, String words) {
        if (!has.contains(node.kind() == NodeId.Kind.ZK ? zooKeeper : kafka)) {
            throw new ClusterException("cannot " + words + " " + node + " here");
        }
    }

    private static String written(Condition condition) {
        return condition.name().toLowerCase(Locale.ROOT);
    }
}
