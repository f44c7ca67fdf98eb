package quorumbook.labs.zookeeper;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Operation;
import quorumbook.labs.history.Operations;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Znode;
import quorumbook.labs.zookeeper.CompareAndSet.Counter;

/** Judges the counters against what the increments came to. Only the last trial counts; its paths are its own. */
final class IncrementJudge {
    private static final String CHECK_AGAIN = "/check again";
    private static final int RACED = Race.COPIES * Race.ROUNDS;

    private IncrementJudge() {}

    static Verdict incrementIsThere(History history) {
        Optional<String> refusal = history.noted(CompareAndSet.REFUSAL);
        if (refusal.isEmpty()) {
            return Verdict.unknown("nobody tried to call increment", CHECK_AGAIN);
        }
        return refusal.get().isEmpty()
                ? Verdict.pass("increment was called")
                : Verdict.fail("increment(\"/a/path\") can be called", refusal.get(), "/list");
    }

    static Verdict incrementComesBack(History history) {
        Optional<String> ended = history.noted(Race.ENDED);
        if (ended.isEmpty()) {
            return Verdict.unknown("nobody saw how the race ended", CHECK_AGAIN);
        }
        if (!ended.get().isEmpty()) {
            return Verdict.fail("in each JVM, " + Race.ROUNDS + " calls of increment come back", ended.get(), "/list")
                    .atNoted(history, Race.ENDED);
        }
        Tally tally = Tally.of(history, Counter.RACE);
        if (!tally.isWhole(RACED)) {
            return Verdict.unknown("our record of the race has gaps", CHECK_AGAIN);
        }
        Optional<String> own = tally.errors().stream()
                .filter(error -> !ConnectionErrors.isNamedIn(error))
                .findFirst();
        if (own.isPresent()) {
            return Verdict.fail(
                    "increment tries again until its update is made, and returns", "it threw " + own.get(), "/list");
        }
        if (!tally.errors().isEmpty()) {
            return Verdict.unknown(
                    "a connection was lost, and none of our doing: "
                            + tally.errors().get(0),
                    CHECK_AGAIN);
        }
        return Verdict.pass(Race.COPIES + " JVMs made " + Race.ROUNDS + " increments each");
    }

    static Verdict everyWriteBuildsOnTheLast(History history) {
        return counter(history, Counter.RACE, (znode, moved) -> {
            int writes = znode.dataVersion();
            Optional<List<String>> values =
                    history.noted(Counter.RACE.written()).map(Writes::values);
            if (values.isEmpty() || values.get().size() != writes) {
                return Verdict.unknown("the server's log does not tell all that was written", CHECK_AGAIN);
            }
            Optional<String> wrong = Writes.wrong(values.get(), history.given().number("start"));
            return wrong.isPresent()
                    ? Verdict.fail(
                            "in " + RACED + " increments, each write moves the value by 1", wrong.get(), see(znode))
                    : didMeet(history, writes);
        });
    }

    /** Whether writes could have been lost: some were, of a counter that the same JVMs set without regard to versions. */
    private static Verdict didMeet(History history, int writes) {
        Optional<Znode> control = znode(history, Counter.CONTROL);
        if (control.filter(seen -> seen.dataVersion() > RACED).isPresent()) {
            return Verdict.fail(
                    "the counter beside it is written by the lab alone, " + RACED + " times",
                    "somebody else has written it too",
                    see(control.get()));
        }
        long lost = control.map(
                        seen -> seen.dataVersion() - moved(history, seen).orElse(seen.dataVersion()))
                .orElse(0L);
        return lost > 0
                ? Verdict.pass("each of " + writes + " writes moved the value by 1; a counter beside it, set without "
                        + "versions, lost " + lost + " updates")
                : Verdict.unknown("the JVMs never met: even a counter without versions lost nothing", CHECK_AGAIN);
    }

    static Verdict whatCameBackIsCounted(History history) {
        Tally tally = Tally.of(history, Counter.RACE);
        return counter(history, Counter.RACE, (znode, moved) -> {
            if (moved < tally.ok()) {
                return Verdict.fail(
                        "the value moves by " + tally.ok() + ": so many increments came back",
                        (tally.ok() - moved) + " updates are missing: increment came back and had not written",
                        see(znode));
            }
            if (moved > tally.ok() + tally.unknown()) {
                return Verdict.fail(
                        "the value moves by " + tally.ok() + ": so many increments came back",
                        "it went further, by " + (moved - tally.ok()) + " updates",
                        see(znode));
            }
            return Verdict.pass("all " + tally.ok() + " increments are in the counter");
        });
    }

    static Verdict noLostReplyIsCountedTwice(History history) {
        return underLoss(
                history,
                "reply of ",
                moves -> moves.stream()
                        .filter(move -> move.by() > move.most())
                        .findFirst()
                        .map(move -> Verdict.fail(
                                move.words() + " and moves the value by " + move.most() + " at most",
                                "by " + move.by() + ": a write was done, its reply was lost, and it was made again",
                                see(history)))
                        .orElseGet(() -> Verdict.pass("no increment moved the value by more than 1")));
    }

    static Verdict noLostRequestIsTakenForDone(History history) {
        return underLoss(
                history,
                "clients of ",
                moves -> moves.stream()
                        .filter(move -> move.by() < move.least())
                        .findFirst()
                        .map(move -> Verdict.fail(
                                move.words() + " and moves the value by " + move.least(),
                                "by " + move.by()
                                        + ": a request never reached the server, and increment came back all the same",
                                see(history)))
                        .orElseGet(() -> Verdict.pass("each increment that came back had moved the value by then")));
    }

    /** Judges what each increment of the copy did whose connection was lost, if a fault of those words was at work on it. */
    private static Verdict underLoss(History history, String fault, Function<List<Move>, Verdict> judge) {
        Optional<String> ended = history.noted(Loss.ENDED).filter(words -> ran(history, Loss.ENDED));
        if (ended.isEmpty()) {
            return Verdict.unknown("nobody saw how increment takes a lost connection", CHECK_AGAIN);
        }
        if (!ended.get().isEmpty()) {
            return Verdict.fail(
                            "increment comes back or throws when the connection was lost for a moment",
                            ended.get(),
                            "/list")
                    .atNoted(history, Loss.ENDED);
        }
        boolean lost = thisTrial(history).stream()
                .flatMap(trial -> trial.all(Event.Healed.class).stream())
                .anyMatch(healed ->
                        healed.fault().startsWith(fault) && !healed.proofs().isEmpty());
        if (!lost) {
            return Verdict.unknown(
                    "no connection was lost while increment wrote", "let increment write with the zk that is given");
        }
        return counter(history, Counter.LOSS, (znode, moved) -> {
            Optional<List<Move>> moves = Move.all(history, path(history, Counter.LOSS));
            return moves.filter(all -> Tally.of(history, Counter.LOSS).isWhole(Loss.INCREMENTS))
                    .map(judge)
                    .orElseGet(() -> Verdict.unknown("our record of the increments has gaps", CHECK_AGAIN));
        });
    }

    private static boolean ran(History history, String name) {
        return thisTrial(history).filter(trial -> trial.timesNoted(name) > 0).isPresent();
    }

    private static Optional<History> thisTrial(History history) {
        return history.sinceLast(CompareAndSet.TRIAL);
    }

    private static Verdict counter(History history, Counter which, BiFunction<Znode, Long, Verdict> judge) {
        Optional<String> created = history.noted(which.created());
        if (created.isEmpty() || look(history).isEmpty()) {
            return Verdict.unknown("nobody looked at the counter", CHECK_AGAIN);
        }
        Optional<Znode> znode = znode(history, which);
        if (znode.isEmpty() || znode.get().czxid() != Long.parseLong(created.get())) {
            return Verdict.fail(
                    "the counter is still the one that the lab created",
                    znode.isEmpty() ? "it is not there" : "it was deleted and created again",
                    "zk ls " + history.given().value("root"));
        }
        OptionalLong moved = moved(history, znode.get());
        return moved.isEmpty()
                ? Verdict.fail(
                        "the counter holds a number", Typed.visible(znode.get().data()), see(znode.get()))
                : judge.apply(znode.get(), moved.getAsLong());
    }

    private static Optional<Znode> znode(History history, Counter which) {
        return look(history)
                .flatMap(tree -> tree.znodes().stream()
                        .filter(znode -> znode.path().equals(path(history, which)))
                        .findFirst());
    }

    /** The last look at all counters; others are at one of them. */
    private static Optional<Event.TreeSeen> look(History history) {
        return history.all(Event.TreeSeen.class).stream()
                .filter(tree -> tree.root().equals(history.given().value("root")))
                .reduce((one, next) -> next);
    }

    private static String path(History history, Counter which) {
        return which.path(history.given(), history.noted(CompareAndSet.TRIAL).orElse("0"));
    }

    /** How far the value is from where it began: a number that the learner's program could not know beforehand. */
    private static OptionalLong moved(History history, Znode znode) {
        try {
            return OptionalLong.of(
                    Long.parseLong(znode.data()) - history.given().number("start"));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static String see(Znode znode) {
        return "zk get -s " + znode.path();
    }

    private static String see(History history) {
        return "zk get -s " + path(history, Counter.LOSS);
    }

    /** What the increments of one counter came to. */
    private record Tally(int ended, int ok, int unknown, List<String> errors, boolean contradictory) {
        static Tally of(History history, Counter which) {
            Operations operations = Operations.of(history);
            List<Operation> own =
                    operations.where(each -> each.request().target().equals(path(history, which)));
            List<String> errors = own.stream()
                    .map(Operation::outcome)
                    .filter(outcome -> !(outcome instanceof Outcome.Ok))
                    .map(outcome -> outcome instanceof Outcome.Failed failed
                            ? failed.error()
                            : ((Outcome.Unknown) outcome).error())
                    .toList();
            int ok = (int) own.stream().filter(Operation::isOk).count();
            int possible = (int) own.stream().filter(Operation::mayHaveHappened).count();
            int ended = (int) own.stream()
                    .filter(each -> each.ended() < history.events().size())
                    .count();
            return new Tally(
                    ended, ok, possible - ok, errors, operations.contradiction().isPresent());
        }

        /** Whether we know of the beginning and of the end of so many. */
        boolean isWhole(int due) {
            return ended == due && !contradictory;
        }
    }
}
