package quorumbook.labs.zookeeper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/** What the learner did since no server ran: a first start can be tried again from there, with emptied disks. */
record FirstSteps(List<Event> steps) {
    private static final String STARTED = "started";

    static FirstSteps of(History history) {
        List<Event> steps = new ArrayList<>();
        Set<NodeId> running = new HashSet<>();
        for (Event event : history.events()) {
            if (event instanceof Event.Predicted) {
                steps.add(event);
            } else if (event instanceof Event.Done done) {
                boolean nothingRan = running.isEmpty();
                follow(running, done.proof());
                if (!running.isEmpty()) {
                    steps.add(event);
                } else if (!nothingRan) {
                    steps.clear();
                }
            }
        }
        return new FirstSteps(List.copyOf(steps));
    }

    private static void follow(Set<NodeId> running, Proof proof) {
        switch (proof.verb()) {
            case STARTED, "restarted" -> running.add(proof.node());
            case "stopped", "killed" -> running.remove(proof.node());
            default -> {
                // Whatever else is done to a server, it runs as before.
            }
        }
    }

    /** The servers in the order of their starts. */
    List<NodeId> starts() {
        return done().map(Event.Done::proof)
                .filter(proof -> proof.verb().equals(STARTED))
                .map(Proof::node)
                .toList();
    }

    /** Something that was done to a server that is no start. */
    Optional<Event.Done> interference() {
        return done().filter(done -> !done.proof().verb().equals(STARTED)).findFirst();
    }

    private Stream<Event.Done> done() {
        return steps.stream().filter(Event.Done.class::isInstance).map(Event.Done.class::cast);
    }

    /** The last answer to that question that was sealed when exactly so many servers had been started. */
    Optional<Event.Predicted> sealed(String question, int started) {
        Optional<Event.Predicted> found = Optional.empty();
        int starts = 0;
        for (Event step : steps) {
            if (step instanceof Event.Done done && done.proof().verb().equals(STARTED)) {
                starts++;
            } else if (step instanceof Event.Predicted sealed
                    && sealed.question().equals(question)
                    && starts == started) {
                found = Optional.of(sealed);
            }
        }
        return found;
    }

    /** Whether the question was answered at all. */
    boolean isAnswered(String question) {
        return steps.stream()
                .anyMatch(step -> step instanceof Event.Predicted sealed
                        && sealed.question().equals(question));
    }
}
