package quorumbook.labs.history.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Judgement;

/**
 * Nobody acquires a resource while another holds it, and nobody touches it while another does. A holder that is found to be
 * gone later, and did nothing in between, may have been gone already.
 *
 * @param least how many different clients must have held it
 */
public record OneHolderAtATime(String resource, int least) implements Invariant {
    public OneHolderAtATime {
        enough(least);
    }

    private static Enough enough(int least) {
        return new Enough(least, "clients that held the resource");
    }

    @Override
    public Judgement look(History history) {
        List<Event> events = history.events();
        Holding holding = new Holding(resource);
        for (int index = 0; index < events.size(); index++) {
            Optional<Judgement> broken = holding.next(events.get(index), index);
            if (broken.isPresent()) {
                return broken.get();
            }
        }
        return holding.doubleHolding()
                .or(() -> enough(least).doubt(holding.ever.size()))
                .orElseGet(() ->
                        new Judgement.Holds(holding.ever.size() + " clients held " + resource + ", one at a time"));
    }

    /** Who holds the resource after each event, and who might not know yet that he has lost it. */
    private static final class Holding {
        private final String resource;
        private final Set<String> ever = new HashSet<>();
        /** Client to the index of the event with which it acquired. */
        private final Map<String, Integer> holders = new HashMap<>();
        /** A holder whose resource another acquired, to the index of that: he is gone, or two held it. */
        private final Map<String, Integer> overtaken = new HashMap<>();

        Holding(String resource) {
            this.resource = resource;
        }

        Optional<Judgement> next(Event event, int index) {
            if (event instanceof Event.Acquired acquired && acquired.resource().equals(resource)) {
                return acquire(acquired.client(), index);
            }
            if (event instanceof Event.Used used && used.resource().equals(resource)) {
                return act(used.client(), "used", index);
            }
            if (event instanceof Event.Released released && released.resource().equals(resource)) {
                Optional<Judgement> broken = act(released.client(), "released", index);
                holders.remove(released.client());
                return broken;
            }
            if (event instanceof Event.Gone gone) {
                holders.remove(gone.client());
                overtaken.remove(gone.client());
            }
            return Optional.empty();
        }

        private Optional<Judgement> acquire(String client, int index) {
            ever.add(client);
            holders.keySet().stream()
                    .filter(holder -> !holder.equals(client))
                    .forEach(holder -> overtaken.putIfAbsent(holder, index));
            holders.putIfAbsent(client, index);
            return overtaken.containsKey(client) ? act(client, "acquired", index) : Optional.empty();
        }

        private Optional<Judgement> act(String client, String what, int index) {
            Optional<String> other = holders.keySet().stream()
                    .filter(holder -> !holder.equals(client))
                    .findFirst();
            if (overtaken.containsKey(client)) {
                return Optional.of(broken(
                        client + " " + what + " it after another had acquired it",
                        List.of(overtaken.get(client), index)));
            }
            boolean foreign = what.equals("used") && !holders.containsKey(client) && other.isPresent();
            return foreign
                    ? Optional.of(broken(
                            client + " used it while " + other.get() + " held it",
                            List.of(holders.get(other.get()), index)))
                    : Optional.empty();
        }

        /** Somebody was overtaken and is not known to be gone. */
        Optional<Judgement> doubleHolding() {
            return overtaken.entrySet().stream()
                    .findFirst()
                    .map(each -> broken(
                            each.getKey() + " had not given it back when another acquired it",
                            List.of(holders.get(each.getKey()), each.getValue())));
        }

        private Judgement broken(String actual, List<Integer> where) {
            return new Judgement.Broken("one holder of " + resource + " at a time", actual, where);
        }
    }
}
