package quorumbook.labs.catalogue;

import java.util.List;
import java.util.Optional;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.kafka.Acks;
import quorumbook.labs.kafka.ControllerElection;
import quorumbook.labs.kafka.NMinusOne;
import quorumbook.labs.kafka.TopicsAndOrder;
import quorumbook.labs.zookeeper.CompareAndSet;
import quorumbook.labs.zookeeper.FirstStart;
import quorumbook.labs.zookeeper.Install;
import quorumbook.labs.zookeeper.LaterElection;
import quorumbook.labs.zookeeper.Lock;
import quorumbook.labs.zookeeper.NodeKinds;
import quorumbook.labs.zookeeper.OneShotWatches;
import quorumbook.labs.zookeeper.SessionsAndExpiry;
import quorumbook.labs.zookeeper.Tree;

/** Every lab there is, written down: what is not in this list does not exist. */
public final class Catalogue {
    private static final List<Lab> LABS = List.of(
            new Tree(),
            new NodeKinds(),
            new CompareAndSet(),
            new SessionsAndExpiry(),
            new OneShotWatches(),
            new Install(),
            new FirstStart(),
            new LaterElection(),
            new Lock(),
            new TopicsAndOrder(),
            new ControllerElection(),
            new NMinusOne(),
            new Acks());

    private Catalogue() {}

    /** All labs; their order says nothing, the syllabus keeps the order of lessons. */
    public static List<Lab> labs() {
        return LABS;
    }

    /** The lab of that id, if there is one. */
    public static Optional<Lab> find(LabId id) {
        return LABS.stream().filter(lab -> lab.id().equals(id)).findFirst();
    }

    /**
     * The lab of that id.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static Lab of(LabId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no exercise " + id + "; there are "
                + String.join(
                        ", ", LABS.stream().map(lab -> lab.id().toString()).toList())));
    }
}
