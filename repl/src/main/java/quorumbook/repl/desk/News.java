package quorumbook.repl.desk;

import java.util.List;
import quorumbook.labs.observe.Observation;
import quorumbook.labs.observe.Role;

/** What is new in a stream of observations: a change counts once two observations in a row agree on it. */
final class News {
    private Observation told;
    private Observation latest;

    News(Observation beginning) {
        told = beginning;
        latest = beginning;
    }

    /** What this observation confirms, a sentence each. */
    List<String> in(Observation now) {
        boolean confirmed = roles(now).equals(roles(latest));
        latest = now;
        if (!confirmed) {
            return List.of();
        }
        List<String> changes = now.changesSince(told);
        told = now;
        return changes;
    }

    private static List<Role> roles(Observation observation) {
        return observation.servers().stream().map(sight -> sight.role()).toList();
    }
}
