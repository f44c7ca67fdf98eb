package quorumbook.labs.zookeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/** What the learner did to the servers, in order, and what was answered before it mattered. */
record LaterSteps(List<Event> steps) {
    private static final String STARTED = "started";
    private static final NodeId THIRD = NodeId.zk(3);

    /** The steps of the lesson: those of one group in any order, group after group. */
    private static final List<Set<String>> LESSON = List.of(
            Set.of("up zk1", "up zk2", "up zk3"),
            Set.of("up zk4", "up zk5"),
            Set.of("down zk4", "down zk5"),
            Set.of("down zk3"),
            Set.of("up zk4"));

    static LaterSteps of(History history) {
        return new LaterSteps(history.events());
    }

    /** The last answer to the question that was sealed before a server was started to replace zk3; later ones are late. */
    Optional<Event.Predicted> sealedInTime(String question) {
        return last(question, steps.subList(0, voteBegins()));
    }

    boolean isAnswered(String question) {
        return last(question, steps).isPresent();
    }

    private static Optional<Event.Predicted> last(String question, List<Event> steps) {
        return steps.stream()
                .filter(Event.Predicted.class::isInstance)
                .map(Event.Predicted.class::cast)
                .filter(predicted -> predicted.question().equals(question))
                .reduce((earlier, later) -> later);
    }

    /** Where the first start stands that came after zk3 had left for the last time; the end if none did. */
    private int voteBegins() {
        int begins = steps.size();
        boolean left = false;
        for (int at = 0; at < steps.size(); at++) {
            if (!(steps.get(at) instanceof Event.Done done)) {
                continue;
            }
            if (done.proof().node().equals(THIRD) && !isUp(done.proof())) {
                left = true;
                begins = steps.size();
            } else if (left && isUp(done.proof()) && begins == steps.size()) {
                begins = at;
            }
        }
        return begins;
    }

    private static boolean isUp(Proof proof) {
        return Set.of(STARTED, "restarted", "resumed", "rejoined").contains(proof.verb());
    }

    /** Whether the servers were handled as the lesson says, as far as it went. */
    boolean areThoseOfTheLesson() {
        List<Set<String>> groups = new ArrayList<>();
        LESSON.forEach(group -> groups.add(new TreeSet<>(group)));
        for (Proof proof : proofs()) {
            if (groups.isEmpty() || !groups.get(0).remove(words(proof))) {
                return false;
            }
            if (groups.get(0).isEmpty()) {
                groups.remove(0);
            }
        }
        return true;
    }

    private static String words(Proof proof) {
        return switch (proof.verb()) {
            case STARTED -> "up " + proof.node();
            case "stopped", "killed", "paused" -> "down " + proof.node();
            default -> proof.verb();
        };
    }

    /** How many leaders these steps account for, if they are those of the lesson. */
    int reigns() {
        return voteBegins() < steps.size() ? 2 : 1;
    }

    private List<Proof> proofs() {
        return steps.stream()
                .filter(Event.Done.class::isInstance)
                .map(step -> ((Event.Done) step).proof())
                .toList();
    }
}
