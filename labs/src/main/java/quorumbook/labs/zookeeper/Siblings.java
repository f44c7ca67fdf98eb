package quorumbook.labs.zookeeper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Znode;

/**
 * The children ever created under the parent of an attempt, in their order, so that the number which the server would
 * give to a sequential one is known for each: it is the count of creations before it.
 *
 * @param base how many the lab created, the last of them sequential, all of them deleted
 * @param names of the znodes created since, in order
 */
record Siblings(String parent, int base, List<String> names) {
    private static final String CREATIONS = "creations";
    private static final String CHILD = "child ";
    private static final Pattern TEN_DIGITS = Pattern.compile(".*\\d{10}");
    private static final long CONTAINER = Long.MIN_VALUE;

    /** Four kinds of znode; a container (or TTL) znode is none of them. */
    enum Kind {
        PERSISTENT,
        PERSISTENT_SEQUENTIAL,
        EPHEMERAL,
        EPHEMERAL_SEQUENTIAL;

        /** As the learner writes it. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isEphemeral() {
            return this == EPHEMERAL || this == EPHEMERAL_SEQUENTIAL;
        }
    }

    /** A child that was there when an answer was sealed. */
    record Child(String name, long owner, long czxid, Optional<Kind> kind) {}

    /** The children of a history; empty if our watch did not see all of them, so that nobody can count. */
    static Optional<Siblings> of(History history) {
        String parent = history.given().value("parent");
        int base = history.given().number("created");
        List<String> names = history.all(Event.ZnodeChanged.class).stream()
                .filter(event -> event.change() == Event.Change.CREATED && isChild(parent, event.path()))
                .map(event -> event.path().substring(parent.length() + 1))
                .toList();
        boolean complete = history.last(Event.TreeSeen.class)
                .map(tree -> creations(tree) == base + names.size())
                .orElse(false);
        return complete ? Optional.of(new Siblings(parent, base, names)) : Optional.empty();
    }

    /** What a judge has to know later of the moment at which an answer was sealed. */
    static Map<String, String> situation(Event.TreeSeen tree) {
        Map<String, String> situation = new LinkedHashMap<>();
        situation.put(CREATIONS, Integer.toString(creations(tree)));
        for (Znode znode : tree.znodes()) {
            if (isChild(tree.root(), znode.path())) {
                situation.put(
                        CHILD + znode.path().substring(tree.root().length() + 1),
                        znode.ephemeralOwner() + " " + znode.czxid());
            }
        }
        return situation;
    }

    /** How many children were ever created: the cversion that clients see counts deletions too (DataNode.copyStat). */
    private static int creations(Event.TreeSeen tree) {
        int shown = tree.znodes().stream()
                .filter(znode -> znode.path().equals(tree.root()))
                .mapToInt(Znode::childrenVersion)
                .findFirst()
                .orElse(0);
        long children = tree.znodes().stream()
                .filter(znode -> isChild(tree.root(), znode.path()))
                .count();
        return (int) (shown + children) / 2;
    }

    private static boolean isChild(String parent, String path) {
        return path.startsWith(parent + "/") && path.indexOf('/', parent.length() + 1) < 0;
    }

    static int creationsAt(Event.Predicted sealed) {
        return Integer.parseInt(sealed.situation().getOrDefault(CREATIONS, "-1"));
    }

    static boolean wasThere(Event.Predicted sealed, String name) {
        return sealed.situation().containsKey(CHILD + name);
    }

    /** The children that were there when the answer was sealed. */
    List<Child> at(Event.Predicted sealed) {
        return sealed.situation().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(CHILD))
                .map(entry -> child(entry.getKey().substring(CHILD.length()), entry.getValue(), creationsAt(sealed)))
                .toList();
    }

    private Child child(String name, String ownerAndCzxid, int creations) {
        long owner = Long.parseLong(ownerAndCzxid.substring(0, ownerAndCzxid.indexOf(' ')));
        long czxid = Long.parseLong(ownerAndCzxid.substring(ownerAndCzxid.indexOf(' ') + 1));
        int since = Math.max(0, Math.min(creations - base, names.size()));
        int place = names.subList(0, since).lastIndexOf(name);
        if (owner == CONTAINER || place < 0) {
            return new Child(name, owner, czxid, Optional.empty());
        }
        boolean sequential = isSequential(base + place);
        Kind persistent = sequential ? Kind.PERSISTENT_SEQUENTIAL : Kind.PERSISTENT;
        Kind ephemeral = sequential ? Kind.EPHEMERAL_SEQUENTIAL : Kind.EPHEMERAL;
        return new Child(name, owner, czxid, Optional.of(owner == 0 ? persistent : ephemeral));
    }

    /** The name of the child that was created when {@code number} had been created before it, if it was. */
    Optional<String> created(int number) {
        int place = number - base;
        return place >= 0 && place < names.size() ? Optional.of(names.get(place)) : Optional.empty();
    }

    /** Whether that child, created after the lab's own, bears the number that the server gave out. */
    boolean isSequential(int number) {
        return names.get(number - base).endsWith(suffix(number));
    }

    /** Whether a name looks like a sequential one without being it. */
    boolean isNumberedByHand(int number) {
        return TEN_DIGITS.matcher(names.get(number - base)).matches() && !isSequential(number);
    }

    static String suffix(int number) {
        return "%010d".formatted(number);
    }
}
