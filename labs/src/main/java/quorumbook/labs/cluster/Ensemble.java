package quorumbook.labs.cluster;

import java.util.ArrayList;
import java.util.List;
import quorumbook.labs.cluster.NodeSpec.Duty;

/** A ZooKeeper ensemble: voters {@code zk1…}, then observers. One voter is a standalone server. */
public record Ensemble(int voters, int observers, Initially initially) implements ClusterSpec {
    public Ensemble {
        if (voters < 1 || observers < 0 || (voters == 1 && observers > 0)) {
            throw new IllegalArgumentException(voters + " voters and " + observers + " observers make no ensemble");
        }
    }

    public static Ensemble standalone() {
        return of(1);
    }

    public static Ensemble of(int voters) {
        return new Ensemble(voters, 0, Initially.RUNNING);
    }

    public Ensemble withObservers(int count) {
        return new Ensemble(voters, count, initially);
    }

    /** The same servers, none of them running at first. */
    public Ensemble stopped() {
        return new Ensemble(voters, observers, Initially.STOPPED);
    }

    public boolean isStandalone() {
        return voters == 1;
    }

    /** How many voters make a majority. */
    public int quorumSize() {
        return voters / 2 + 1;
    }

    @Override
    public List<NodeSpec> nodes() {
        List<NodeSpec> nodes = new ArrayList<>();
        for (int sid = 1; sid <= voters + observers; sid++) {
            Duty duty = sid <= voters ? Duty.VOTER : Duty.OBSERVER;
            nodes.add(new NodeSpec(NodeId.zk(sid), Software.ZOOKEEPER, duty, sid));
        }
        return List.copyOf(nodes);
    }

    @Override
    public String describe() {
        String servers = isStandalone() ? "one ZooKeeper server" : voters + " ZooKeeper servers";
        return observers == 0 ? servers : servers + " and " + observers + (observers == 1 ? " observer" : " observers");
    }
}
