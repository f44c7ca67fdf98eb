package quorumbook.answers.attack.toy;

import java.util.List;
import java.util.Optional;
import quorumbook.labs.Bench;
import quorumbook.labs.Check;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.Verdict;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;

/** One check with three clauses that are needed, and one that is not: no note is as long as that. */
public final class Toy implements Lab {
    @Override
    public LabId id() {
        return LabId.of("zookeeper/toy");
    }

    @Override
    public ClusterSpec cluster() {
        return Ensemble.standalone();
    }

    @Override
    public Given given(long seed) {
        return Given.from(seed).done();
    }

    @Override
    public History trial(Bench bench) {
        return bench.history();
    }

    @Override
    public List<Check> checks() {
        return List.of(Check.check("two-notes", "there are two notes", Toy::twoNotes));
    }

    private static Verdict twoNotes(History history) {
        Optional<String> first = history.noted("first");
        if (first.isEmpty()) {
            return Verdict.unknown("nobody noted anything", "/check again");
        }
        boolean right =
                first.get().equals("1") && isThere(history) && first.get().length() < 9;
        return right ? Verdict.pass("two notes") : Verdict.fail("two notes", "others", "/check");
    }

    private static boolean isThere(History history) {
        for (int times = 0; times < 1; times++) {
            if (history.noted("second").isPresent()) {
                return true;
            }
        }
        return false;
    }
}
