package quorumbook.labs.history.invariant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Judgement;

/**
 * Who drew the smaller place acquires first, unless he is gone. One that is found to be gone only later may have been gone
 * already: then nobody can tell.
 *
 * @param least how often somebody must have acquired while somebody else waited
 */
public record FirstComeFirstServed(String resource, int least) implements Invariant {
    public FirstComeFirstServed {
        enough(least);
    }

    private static Enough enough(int least) {
        return new Enough(least, "times that one acquired while another waited");
    }

    /** One who waits: the place, and the index of the event with which it was drawn. */
    private record Waiting(String client, long place, int index) {}

    @Override
    public Judgement look(History history) {
        List<Event> events = history.events();
        Map<String, Waiting> queue = new HashMap<>();
        Optional<Judgement> doubt = Optional.empty();
        int contested = 0;
        for (int index = 0; index < events.size(); index++) {
            Event event = events.get(index);
            if (event instanceof Event.Queued queued && queued.resource().equals(resource)) {
                queue.put(queued.client(), new Waiting(queued.client(), queued.place(), index));
            } else if (event instanceof Event.Gone gone) {
                queue.remove(gone.client());
            } else if (event instanceof Event.Acquired acquired
                    && acquired.resource().equals(resource)) {
                Optional<Judgement> wrong = served(acquired.client(), queue, events, index);
                if (wrong.isPresent() && wrong.get() instanceof Judgement.Broken) {
                    return wrong.get();
                }
                doubt = doubt.or(() -> wrong);
                queue.remove(acquired.client());
                contested += queue.isEmpty() ? 0 : 1;
            }
        }
        int seen = contested;
        return doubt.or(() -> enough(least).doubt(seen))
                .orElseGet(() -> new Judgement.Holds(
                        seen + " times the one with the smallest place acquired while others waited"));
    }

    private Optional<Judgement> served(String client, Map<String, Waiting> queue, List<Event> events, int index) {
        Waiting served = queue.get(client);
        if (served == null) {
            return Optional.of(new Judgement.CannotTell(client + " acquired without a known place in the queue"));
        }
        List<Waiting> passedOver = queue.values().stream()
                .filter(other -> other.place() < served.place())
                .toList();
        Optional<Waiting> certain = passedOver.stream()
                .filter(other -> !vanishes(other.client(), events, index))
                .findFirst();
        if (certain.isPresent()) {
            return Optional.of(new Judgement.Broken(
                    certain.get().client() + " first, with place "
                            + certain.get().place(),
                    client + " acquired with place " + served.place(),
                    List.of(certain.get().index(), index)));
        }
        return passedOver.stream()
                .findFirst()
                .map(other ->
                        new Judgement.CannotTell(other.client() + " was passed over and found to be gone afterwards"));
    }

    /** Whether the next that is heard of the client is its end. */
    private boolean vanishes(String client, List<Event> events, int after) {
        for (Event event : events.subList(after + 1, events.size())) {
            if (event instanceof Event.Gone gone && gone.client().equals(client)) {
                return true;
            }
            if (event instanceof Event.Acquired acquired && acquired.client().equals(client)) {
                return false;
            }
        }
        return false;
    }
}
