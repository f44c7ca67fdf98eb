package quorumbook.labs.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/**
 * One kill of a controller and what came of it. Whoever did it more than once is judged by the last time that came to its end.
 *
 * @param killed where the kill stands in the history
 * @param broker who was killed
 * @param place which reign that ended
 */
record Succession(Reigns reigns, int killed, int broker, int place) {
    static Optional<Succession> of(History history) {
        Reigns reigns = Reigns.of(history);
        List<Succession> all = new ArrayList<>();
        for (int index = 0; index < history.events().size(); index++) {
            OptionalInt controller = reigns.at(index);
            if (controller.isPresent()
                    && history.events().get(index) instanceof Event.Done done
                    && done.proof().verb().equals("killed")
                    && done.proof().node().kind() == NodeId.Kind.KAFKA
                    && reigns.all()
                            .get(controller.getAsInt())
                            .isBy(done.proof().node().number())) {
                all.add(new Succession(reigns, index, done.proof().node().number(), controller.getAsInt()));
            }
        }
        return all.stream()
                .filter(each -> each.deleted().isPresent())
                .reduce((earlier, later) -> later)
                .or(() -> all.stream().reduce((earlier, later) -> later));
    }

    History history() {
        return reigns.history();
    }

    Reign ended() {
        return reigns.all().get(place);
    }

    /** Who came after the killed one. */
    Optional<Reign> successor() {
        return at(place + 1);
    }

    private Optional<Reign> at(int which) {
        return which < reigns.all().size() ? Optional.of(reigns.all().get(which)) : Optional.empty();
    }

    /** The first reign after the kill that was ended by hand. */
    Optional<Reign> deleted() {
        return deletedPlace().stream().mapToObj(reigns.all()::get).findFirst();
    }

    /** Who came after the deletion by hand. */
    Optional<Reign> afterDeletion() {
        OptionalInt found = deletedPlace();
        return found.isPresent() ? at(found.getAsInt() + 1) : Optional.empty();
    }

    private OptionalInt deletedPlace() {
        return IntStream.range(place + 1, reigns.all().size())
                .filter(reigns::wasDeletedByHand)
                .findFirst();
    }

    /** The last answer to the question that was sealed before the kill. */
    Optional<Event.Predicted> sealed(String question) {
        return new History(history().given(), history().events().subList(0, killed)).prediction(question);
    }
}
