package quorumbook.labs.zookeeper;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Znode;

/** Judges a program that keeps itself registered, by what the server had in the folder and when. */
final class RegisterJudge {
    private static final String SEE = "/list";
    private static final String AGAIN = "/check again";

    private RegisterJudge() {}

    static Verdict oneEphemeralIsRegistered(History history) {
        return judged(history, trial -> {
            Optional<String> refused = trial.noted(Registered.NOT_RUNNABLE);
            if (refused.isPresent()) {
                return Verdict.fail("a method keepRegistered(String folder) that the lab can call", refused.get(), SEE);
            }
            Optional<List<Znode>> seen = trial.look(Registered.AFTER_START);
            if (seen.isEmpty()) {
                return Verdict.unknown("nobody looked what is registered", AGAIN);
            }
            if (seen.get().size() != 1) {
                return Verdict.fail("one znode below " + trial.folder(), trial.words(seen.get()) + trial.ending(), SEE)
                        .atNoted(history, Registered.AFTER_START);
            }
            if (seen.get().get(0).ephemeralOwner() == 0) {
                return Verdict.fail(
                        "an ephemeral znode, which goes with its session",
                        trial.words(seen.get()) + " is persistent" + trial.ending(),
                        SEE);
            }
            return ofALongSession(trial);
        });
    }

    private static Verdict ofALongSession(Registered trial) {
        long shortest = Registered.SHORTEST.toMillis();
        Optional<Long> timeout = trial.noted(Registered.TIMEOUT).map(Long::parseLong);
        String expected = "a session of connectString() with a timeout of at least " + shortest + " ms";
        if (timeout.isEmpty()) {
            return Verdict.fail(expected, "a session that was opened elsewhere", SEE);
        }
        return timeout.get() < shortest
                ? Verdict.fail(expected, "a timeout of " + timeout.get() + " ms", SEE)
                : Verdict.pass("one ephemeral znode, of a session with a timeout of " + timeout.get() + " ms");
    }

    static Verdict sameSessionAfterACut(History history) {
        return judged(
                history, trial -> afterACut(trial).orElseGet(() -> incomplete(trial, "the connection was not cut")));
    }

    /** What became of the session when the connection was cut; empty if it was not. */
    private static Optional<Verdict> afterACut(Registered trial) {
        Optional<Znode> first = first(trial);
        Optional<List<Znode>> seen = trial.look(Registered.AFTER_CUT);
        if (first.isEmpty() || seen.isEmpty() || !trial.hadFault("cut off")) {
            return Optional.empty();
        }
        boolean stayed = seen.get().stream()
                .anyMatch(znode -> znode.czxid() == first.get().czxid());
        String cameBack = trial.noted(Registered.CAME_BACK).orElse(Registered.NOT);
        if (stayed && cameBack.equals(Registered.IN_TIME)) {
            return Optional.of(Verdict.pass("the client came back to its session, and its znode stayed"));
        }
        if (cameBack.equals(Registered.TOO_LATE)) {
            return Optional.of(Verdict.unknown(
                    "the client called again only when its session had expired: the machine is too busy", AGAIN));
        }
        return Optional.of(Verdict.fail(
                        "the same session goes on, and " + trial.words(List.of(first.get())) + " stays",
                        (stayed
                                        ? "nobody came back to the session"
                                        : "the session was given up; registered: " + trial.words(seen.get()))
                                + trial.ending(),
                        SEE)
                .unlessInVain(trial.trial(), Registered.AFTER_CUT));
    }

    static Verdict oneRegistrationAfterExpiry(History history) {
        return judged(history, trial -> {
            Optional<Znode> first = first(trial);
            Optional<List<Znode>> seen = trial.look(Registered.AFTER_EXPIRY);
            if (first.isEmpty() || seen.isEmpty() || !trial.hadFault("expired")) {
                return incomplete(trial, "no session has expired");
            }
            String expected = "one ephemeral znode of a new session, within " + Registered.WITHIN.toSeconds()
                    + " s of the end of the old one";
            if (seen.get().size() != 1) {
                return Verdict.fail(expected, trial.words(seen.get()) + " is registered" + trial.ending(), SEE)
                        .atNoted(history, Registered.AFTER_EXPIRY);
            }
            long owner = seen.get().get(0).ephemeralOwner();
            if (owner == 0) {
                return Verdict.fail(expected, "a persistent znode: " + trial.words(seen.get()), SEE);
            }
            Optional<String> byItself = trial.noted(Registered.BY_ITSELF);
            if (byItself.isEmpty()) {
                return incomplete(trial, "nobody noted whose session that is");
            }
            return Boolean.parseBoolean(byItself.get())
                    ? Verdict.pass("registered once more, by a new session")
                            .unlessInVain(trial.trial(), Registered.QUIET)
                    : Verdict.fail(expected, trial.words(seen.get()) + " of a session that was opened elsewhere", SEE);
        });
    }

    static Verdict neverTwoAtOnce(History history) {
        return judged(history, trial -> {
            List<String> together = trial.together();
            if (!together.isEmpty()) {
                return Verdict.fail(
                        "at most one znode at any time", String.join(" and ", together) + " at the same time", SEE);
            }
            return trial.look(Registered.AFTER_EXPIRY).isEmpty()
                    ? incomplete(trial, "the trial did not come to its end")
                    : Verdict.pass("never more than one znode").unlessInVain(trial.trial(), Registered.QUIET);
        });
    }

    private static Optional<Znode> first(Registered trial) {
        return trial.look(Registered.AFTER_START)
                .filter(seen -> seen.size() == 1)
                .map(seen -> seen.get(0));
    }

    private static Verdict judged(History history, Function<Registered, Verdict> judge) {
        return Registered.in(history).map(judge).orElseGet(() -> Verdict.unknown("the program was not tried", AGAIN));
    }

    /** Whoever ended the trial early by something wrong hears of that first; else nobody can tell. */
    private static Verdict incomplete(Registered trial, String why) {
        boolean wrong = !trial.together().isEmpty()
                || trial.noted(Registered.ENDED).isPresent()
                || afterACut(trial).filter(Verdict.Fail.class::isInstance).isPresent();
        return wrong
                ? new Verdict.Skipped("the trial ended early, because of what is wrong elsewhere")
                : Verdict.unknown(why, AGAIN);
    }
}
