package quorumbook.labs.zookeeper;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Znode;
import quorumbook.labs.zookeeper.Siblings.Child;
import quorumbook.labs.zookeeper.Siblings.Kind;

/** Judges the four kinds: there at the same moment, and what became of them when their session ended. */
final class KindJudge {
    private static final String CHECK_AGAIN = "/check again";

    private KindJudge() {}

    static Verdict parentWasKept(History history) {
        String parent = history.given().value("parent");
        Optional<String> noted = history.noted(NodeKinds.PARENT_CZXID);
        Optional<Event.TreeSeen> tree = history.last(Event.TreeSeen.class);
        if (noted.isEmpty() || tree.isEmpty()) {
            return Verdict.unknown(
                    "nobody noted how the parent looked " + (noted.isEmpty() ? "at first" : "now"), CHECK_AGAIN);
        }
        Optional<Long> now = tree.get().znodes().stream()
                .filter(znode -> znode.path().equals(parent))
                .map(Znode::czxid)
                .findFirst();
        if (now.equals(Optional.of(Long.parseLong(noted.get())))) {
            return Verdict.pass(parent + " still has cZxid " + hex(now.get()));
        }
        return Verdict.fail(
                        parent + " with cZxid " + hex(Long.parseLong(noted.get())) + ", created by the lab",
                        now.map(czxid -> "cZxid " + hex(czxid) + ": it was deleted and created again")
                                        .orElse("it is not there")
                                + "; /reset brings the first back",
                        "zk stat " + parent)
                .at(history, tree.get());
    }

    static Verdict fourKindsAtOnce(History history) {
        Optional<Event.Predicted> sealed = history.prediction(NodeKinds.LEFT_AFTER_CLOSE);
        if (sealed.isEmpty()) {
            return Verdict.fail(
                    "an answer sealed while all four kinds are there",
                    "no answer yet",
                    "/predict " + NodeKinds.LEFT_AFTER_CLOSE + " <kinds>");
        }
        Optional<Siblings> siblings = Siblings.of(history);
        if (siblings.isEmpty()) {
            return SuffixJudge.uncounted(history);
        }
        Set<Kind> missing = EnumSet.allOf(Kind.class);
        missing.removeAll(kinds(siblings.get().at(sealed.get()).stream()));
        if (missing.isEmpty()) {
            return Verdict.pass("when the answer was sealed: " + names(siblings.get(), sealed.get()));
        }
        return Verdict.fail(
                        "one of each kind when the answer was sealed",
                        "there then: " + names(siblings.get(), sealed.get()) + "; missing: " + words(missing)
                                + byHand(siblings.get(), sealed.get()),
                        "zk stat " + siblings.get().parent() + "/<child>")
                .at(history, sealed.get());
    }

    private static String byHand(Siblings siblings, Event.Predicted sealed) {
        for (int number = siblings.base(); number < Siblings.creationsAt(sealed); number++) {
            String name = siblings.created(number).orElse("");
            if (Siblings.wasThere(sealed, name) && siblings.isNumberedByHand(number)) {
                return "; " + name + " was numbered by hand: the server would have given out "
                        + Siblings.suffix(number);
            }
        }
        return "";
    }

    static Verdict ephemeralsHadOneSession(History history) {
        Optional<List<Child>> ephemerals = ephemerals(history);
        if (ephemerals.isEmpty()) {
            return SuffixJudge.uncounted(history);
        }
        Set<String> owners =
                ephemerals.get().stream().map(child -> hex(child.owner())).collect(Collectors.toSet());
        return owners.size() == 1
                ? Verdict.pass("session " + owners.iterator().next() + " owned both")
                : Verdict.fail(
                                "one ephemeralOwner for all ephemeral znodes",
                                "several: " + String.join(", ", owners),
                                "zk stat " + path(history, ephemerals.get().get(0)))
                        .atAnswer(history, NodeKinds.LEFT_AFTER_CLOSE);
    }

    static Verdict ephemeralsLeftWithTheirSession(History history) {
        Optional<List<Child>> ephemerals = ephemerals(history);
        Optional<Event.SessionsSeen> sessions = history.last(Event.SessionsSeen.class);
        if (ephemerals.isEmpty() || ephemerals.get().isEmpty()) {
            return SuffixJudge.uncounted(history);
        }
        if (sessions.isEmpty() || sessions.get().alive().isEmpty()) {
            return Verdict.unknown("the server did not say which sessions are alive", CHECK_AGAIN);
        }
        long owner = ephemerals.get().get(0).owner();
        boolean alive = sessions.get().alive().contains(owner);
        List<String> left = ephemerals.get().stream()
                .filter(child -> isThere(history, child))
                .map(Child::name)
                .toList();
        if (!left.isEmpty()) {
            return alive
                    ? Verdict.fail(
                                    "session " + hex(owner) + " has ended",
                                    "it is alive, and so is " + String.join(", ", left)
                                            + " (a session that is not closed lives on until its timeout)",
                                    "zk stat " + path(history, ephemerals.get().get(0)))
                            .at(history, sessions.get())
                    : Verdict.unknown("the session has ended, its znodes are still being removed", CHECK_AGAIN);
        }
        return byTheEndOf(owner, ephemerals.get(), alive, history);
    }

    /** The end of a session removes all that it owned; whatever else removes them is another transaction. */
    private static Verdict byTheEndOf(long owner, List<Child> ephemerals, boolean alive, History history) {
        String see = "zk ls " + history.given().value("parent");
        Set<Optional<Long>> removals = ephemerals.stream()
                .map(child -> removal(history, child).map(Event.ZnodeChanged::zxid))
                .collect(Collectors.toSet());
        if (removals.contains(Optional.<Long>empty())) {
            return Verdict.unknown("our watch missed how the znodes went", "/reset gives a fresh start");
        }
        String words = removals.stream()
                .map(Optional::orElseThrow)
                .sorted()
                .map(KindJudge::hex)
                .collect(Collectors.joining(" and "));
        if (alive) {
            return Verdict.fail(
                            "the ephemeral znodes go when session " + hex(owner) + " ends",
                            "they went in transaction " + words + " and the session is alive: somebody deleted them",
                            see)
                    .at(history, changes(history, ephemerals));
        }
        Optional<String> end = history.noted(NodeKinds.endOf(owner));
        if (end.isEmpty()) {
            return Verdict.unknown("no transaction log that we read has the end of session " + hex(owner), CHECK_AGAIN);
        }
        long zxid = Long.parseLong(end.get());
        return removals.equals(Set.of(Optional.of(zxid)))
                ? Verdict.pass("transaction " + words + ", the end of session " + hex(owner) + ", removed them all")
                : Verdict.fail(
                                "transaction " + hex(zxid) + ", the end of session " + hex(owner)
                                        + ", removes them all",
                                "they went in transaction " + words
                                        + ": somebody deleted them while the session was alive",
                                see)
                        .at(history, changes(history, ephemerals));
    }

    /** The transaction that removed the child: the next thing that happened to its path. */
    private static Optional<Event.ZnodeChanged> removal(History history, Child child) {
        String path = path(history, child);
        return history.all(Event.ZnodeChanged.class).stream()
                .filter(event -> event.path().equals(path) && event.zxid() > child.czxid())
                .findFirst();
    }

    private static Event[] changes(History history, List<Child> children) {
        return children.stream()
                .flatMap(child -> removal(history, child).stream())
                .toArray(Event[]::new);
    }

    static Verdict persistentOnesStayed(History history) {
        Optional<List<Child>> children = children(history);
        if (children.isEmpty()) {
            return SuffixJudge.uncounted(history);
        }
        List<Child> persistent = children.get().stream()
                .filter(child ->
                        child.kind().filter(kind -> !kind.isEphemeral()).isPresent())
                .toList();
        List<String> gone = persistent.stream()
                .filter(child -> !isThere(history, child))
                .map(Child::name)
                .toList();
        String names = persistent.stream().map(Child::name).collect(Collectors.joining(", "));
        return gone.isEmpty()
                ? Verdict.pass("still there: " + names)
                : Verdict.fail(
                                "still there: " + names,
                                "deleted since your answer: " + String.join(", ", gone),
                                "zk ls " + history.given().value("parent"))
                        .atLast(history, Event.TreeSeen.class);
    }

    static Verdict youForetoldWhatStays(History history) {
        Optional<List<Child>> children = children(history);
        if (children.isEmpty()) {
            return SuffixJudge.uncounted(history);
        }
        String answer =
                history.prediction(NodeKinds.LEFT_AFTER_CLOSE).orElseThrow().answer();
        Optional<Set<Kind>> foretold = parse(answer);
        if (foretold.isEmpty()) {
            return Verdict.fail(
                            "words out of " + words(EnumSet.allOf(Kind.class)),
                            Typed.visible(answer),
                            "/predict " + NodeKinds.LEFT_AFTER_CLOSE + " <kinds>")
                    .atAnswer(history, NodeKinds.LEFT_AFTER_CLOSE);
        }
        Set<Kind> left = kinds(children.get().stream().filter(child -> isThere(history, child)));
        return left.equals(foretold.get())
                ? Verdict.pass("left: " + words(left))
                : Verdict.fail(
                                "your answer, " + words(foretold.get()) + ", is what is left",
                                "left: " + words(left),
                                "zk ls " + history.given().value("parent"))
                        .atLast(history, Event.TreeSeen.class);
    }

    /** Kinds by their words, in any order; empty if a word is none. */
    static Optional<Set<Kind>> parse(String answer) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String word : answer.strip().toLowerCase(Locale.ROOT).split("[\\s,;]+")) {
            Optional<Kind> kind = Arrays.stream(Kind.values())
                    .filter(each -> each.word().equals(word.replace('_', '-')))
                    .findFirst();
            if (kind.isEmpty() && !word.equals("none") && !word.equals("and")) {
                return Optional.empty();
            }
            kind.ifPresent(kinds::add);
        }
        return Optional.of(kinds);
    }

    private static Optional<List<Child>> children(History history) {
        Optional<Event.Predicted> sealed = history.prediction(NodeKinds.LEFT_AFTER_CLOSE);
        return Siblings.of(history).flatMap(siblings -> sealed.map(siblings::at));
    }

    private static Optional<List<Child>> ephemerals(History history) {
        return children(history)
                .map(all -> all.stream()
                        .filter(child -> child.kind().filter(Kind::isEphemeral).isPresent())
                        .toList());
    }

    private static boolean isThere(History history, Child child) {
        String path = path(history, child);
        return history.last(Event.TreeSeen.class).orElseThrow().znodes().stream()
                .anyMatch(znode -> znode.path().equals(path) && znode.czxid() == child.czxid());
    }

    private static String path(History history, Child child) {
        return history.given().value("parent") + "/" + child.name();
    }

    private static Set<Kind> kinds(Stream<Child> children) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        children.forEach(child -> child.kind().ifPresent(kinds::add));
        return kinds;
    }

    private static String names(Siblings siblings, Event.Predicted sealed) {
        List<Child> children = siblings.at(sealed);
        return children.isEmpty()
                ? "nothing"
                : children.stream()
                        .map(child -> child.name() + " ("
                                + child.kind().map(Kind::word).orElse("another kind") + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String words(Set<Kind> kinds) {
        return kinds.isEmpty() ? "none" : kinds.stream().map(Kind::word).collect(Collectors.joining(", "));
    }

    private static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }
}
