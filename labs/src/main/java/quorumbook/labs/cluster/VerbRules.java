package quorumbook.labs.cluster;

/** In which condition a verb makes sense, and what is said when it does not: the same words for every backend. */
public record VerbRules(Cluster cluster) {
    /** For start and whatever touches a data folder. */
    public void mustNotRun(NodeId node) {
        switch (cluster.condition(node)) {
            case STOPPED, DIED -> {}
            case PAUSED -> throw refusal(node, "is paused; /resume " + node + " or /kill " + node + " first");
            case RUNNING, ISOLATED -> throw refusal(node, "is running; /stop " + node + " first");
        }
    }

    /** For kill and isolate. */
    public void mustRun(NodeId node) {
        switch (cluster.condition(node)) {
            case STOPPED -> throw refusal(node, "is not running; /start " + node + " first");
            case DIED -> throw refusal(node, "has died already; /start " + node + " brings it back");
            case RUNNING, PAUSED, ISOLATED -> {}
        }
    }

    /** For what a frozen server would not hear: stop, pause, restart. */
    public void mustListen(NodeId node) {
        mustRun(node);
        if (cluster.condition(node) == Condition.PAUSED) {
            throw refusal(node, "is paused; /resume " + node + " first");
        }
    }

    public void mustBePaused(NodeId node) {
        mustRun(node);
        if (cluster.condition(node) != Condition.PAUSED) {
            throw refusal(node, "is not paused");
        }
    }

    private static ClusterException refusal(NodeId node, String words) {
        return new ClusterException(node + " " + words + ".");
    }
}
