package quorumbook.labs.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.labs.cluster.Condition;

/** Two observations apart, said in sentences. */
final class Changes {
    private Changes() {}

    static List<String> between(Observation before, Observation after) {
        List<String> sentences = new ArrayList<>();
        for (ServerSight now : after.servers()) {
            before.of(now.node()).flatMap(then -> change(then, now)).ifPresent(sentences::add);
        }
        return List.copyOf(sentences);
    }

    private static Optional<String> change(ServerSight then, ServerSight now) {
        if (then.condition() != now.condition() && now.condition() == Condition.DIED) {
            return Optional.of(now.node() + " died");
        }
        // What somebody did to a server they know; only what follows from it by itself is worth a line.
        boolean running = now.condition() == Condition.RUNNING || now.condition() == Condition.ISOLATED;
        return then.role() == now.role() || !running
                ? Optional.empty()
                : Optional.of(now.node() + " " + role(now.role()));
    }

    private static String role(Role now) {
        return switch (now) {
            case LEADER -> "now leads";
            case FOLLOWER -> "now follows";
            case OBSERVER -> "now observes";
            case STANDALONE -> "now serves";
            case LOOKING -> "looks for a leader";
            case BROKER -> "now serves as a broker";
            case ACTIVE_CONTROLLER -> "is now the active controller";
            case CONTROLLER -> "now serves as a controller";
            case SILENT -> "does not answer";
            case DOWN -> "is down";
        };
    }
}
