package quorumbook.labs.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Znode;

/** Every controller that our watches have seen, in the order of the transactions that made them so. */
record Reigns(History history, List<Reign> all) {
    private static final Pattern REGISTRATION = Pattern.compile("/brokers/ids/([1-9]\\d?)");
    private static final Set<String> ASKED = Set.of("stopped", "restarted");
    private static final Set<String> UP = Set.of("started", "restarted", "resumed", "rejoined");

    static Reigns of(History history) {
        return new Gathering(history).reigns();
    }

    /** The controller of that moment, as far as the history knew by then. */
    OptionalInt at(int index) {
        int found = -1;
        for (int place = 0; place < all.size(); place++) {
            if (all.get(place).firstSeen() < index) {
                found = place;
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    Optional<Reign> last() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Whether its broker ran, as far as verbs tell, when somebody else removed the znode, and another one came. */
    boolean wasDeletedByHand(int place) {
        Reign reign = all.get(place);
        return place + 1 < all.size()
                && reign.wasRemovedEarlier()
                && reign.broker().isPresent()
                && ranAt(reign.end().orElseThrow().index(), reign.broker().getAsInt());
    }

    private boolean ranAt(int index, int broker) {
        boolean runs = true;
        for (int at = 0; at < index; at++) {
            if (history.events().get(at) instanceof Event.Done done
                    && done.proof().node().equals(NodeId.kafka(broker))) {
                runs = UP.contains(done.proof().verb());
            }
        }
        return runs;
    }

    /** A reign that ended with a session, although nobody had done anything to its broker. */
    Optional<Reign> collapsed() {
        return all.stream()
                .filter(Reign::endedWithItsSession)
                .filter(reign -> !wasToEnd(
                        NodeId.kafka(reign.broker().orElseThrow()),
                        reign.end().orElseThrow().index()))
                .findFirst();
    }

    /** A broker that is asked to end closes its session before it is gone. */
    private boolean wasToEnd(NodeId broker, int index) {
        List<Event> events = history.events();
        boolean before = events.subList(0, index).stream()
                .anyMatch(event ->
                        event instanceof Event.Done done && done.proof().node().equals(broker));
        return before
                || events.subList(index, events.size()).stream()
                        .filter(Event.Done.class::isInstance)
                        .map(event -> ((Event.Done) event).proof())
                        .findFirst()
                        .filter(proof -> proof.node().equals(broker) && ASKED.contains(proof.verb()))
                        .isPresent();
    }

    /** Puts together what was seen of single znodes. */
    private static final class Gathering {
        private final History history;
        private final Map<Long, Integer> firstSeen = new TreeMap<>();
        private final TreeMap<Long, Znode> controllers = new TreeMap<>();
        private final Map<Long, Integer> brokers = new HashMap<>();
        private final Map<Long, Long> epochs = new HashMap<>();
        private final TreeMap<Long, Integer> removals = new TreeMap<>();
        private final Map<Integer, Set<Long>> leavings = new HashMap<>();
        private final Map<Long, Integer> lastAlive = new HashMap<>();

        Gathering(History history) {
            this.history = history;
            for (int index = 0; index < history.events().size(); index++) {
                Event event = history.events().get(index);
                if (event instanceof Event.TreeSeen seen && !seen.znodes().isEmpty()) {
                    take(index, seen.root(), seen.znodes().get(0));
                } else if (event instanceof Event.ZnodeChanged changed && changed.change() == Event.Change.DELETED) {
                    takeRemoval(index, changed);
                }
            }
        }

        private void take(int index, String path, Znode znode) {
            Matcher registration = REGISTRATION.matcher(path);
            if (path.equals(ControllerLook.CONTROLLER)) {
                firstSeen.putIfAbsent(znode.czxid(), index);
                controllers.put(znode.czxid(), znode);
            } else if (path.equals(ControllerLook.EPOCH) && znode.data().matches("\\d{1,9}")) {
                epochs.put(znode.mzxid(), Long.parseLong(znode.data()));
            } else if (registration.matches()) {
                brokers.put(znode.ephemeralOwner(), Integer.parseInt(registration.group(1)));
                lastAlive.put(znode.ephemeralOwner(), index);
            }
        }

        private void takeRemoval(int index, Event.ZnodeChanged changed) {
            Matcher registration = REGISTRATION.matcher(changed.path());
            if (changed.path().equals(ControllerLook.CONTROLLER)) {
                removals.put(changed.zxid(), index);
            } else if (registration.matches()) {
                leavings.computeIfAbsent(Integer.parseInt(registration.group(1)), each -> new HashSet<>())
                        .add(changed.zxid());
            }
        }

        Reigns reigns() {
            List<Reign> reigns = new ArrayList<>();
            controllers.forEach((begun, znode) -> {
                Long next = controllers.higherKey(begun);
                reigns.add(reign(znode, next == null ? Long.MAX_VALUE : next));
            });
            return new Reigns(history, List.copyOf(reigns));
        }

        private Reign reign(Znode znode, long next) {
            int index = firstSeen.getOrDefault(znode.czxid(), 0);
            OptionalInt broker = brokers.containsKey(znode.ephemeralOwner())
                    ? OptionalInt.of(brokers.get(znode.ephemeralOwner()))
                    : OptionalInt.empty();
            OptionalLong epoch = epochs.containsKey(znode.czxid())
                    ? OptionalLong.of(epochs.get(znode.czxid()))
                    : OptionalLong.empty();
            return new Reign(
                    history.events().get(index).at(),
                    index,
                    broker,
                    epoch,
                    znode,
                    end(znode.czxid(), next, broker).or(() -> outlived(znode, next)));
        }

        /** Nobody saw it go, but another one is there, and its session has been seen alive since. */
        private Optional<Reign.End> outlived(Znode znode, long next) {
            Integer index = firstSeen.get(next);
            return index != null && lastAlive.getOrDefault(znode.ephemeralOwner(), -1) > index
                    ? Optional.of(new Reign.End(history.events().get(index).at(), index, next, false))
                    : Optional.empty();
        }

        private Optional<Reign.End> end(long begun, long next, OptionalInt broker) {
            Map.Entry<Long, Integer> removal = removals.higherEntry(begun);
            if (removal == null || removal.getKey() > next) {
                return Optional.empty();
            }
            long zxid = removal.getKey();
            int index = removal.getValue();
            boolean session = broker.isPresent()
                    && leavings.getOrDefault(broker.getAsInt(), Set.of()).contains(zxid);
            return Optional.of(new Reign.End(history.events().get(index).at(), index, zxid, session));
        }
    }
}
