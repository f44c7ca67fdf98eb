package quorumbook.labs.zookeeper;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.History;
import quorumbook.labs.zookeeper.Followed.Look;

/** Judges a program that follows a znode, by what it reported, what was written, and what it asked the server. */
final class FollowJudge {
    private static final String SEE = "/list";
    private static final String AGAIN = "/check again";

    private FollowJudge() {}

    static Verdict firstValueIsReported(History history) {
        return judged(history, trial -> {
            Optional<String> refused = trial.noted(Followed.NOT_RUNNABLE);
            List<Look> looks = trial.looks(Followed.AFTER_START);
            if (refused.isPresent()) {
                return Verdict.fail("a method follow(String path) that the lab can call", refused.get(), SEE);
            }
            if (looks.isEmpty()) {
                return Verdict.unknown("nobody waited for the first value", AGAIN);
            }
            Look first = looks.get(0);
            return first.isNewest()
                    ? Verdict.pass("the first value, " + first.written() + ", was reported")
                    : Verdict.fail(
                                    "report(\"value\", \"" + first.written() + "\") for a znode with that value",
                                    first.reported()
                                                    .map(value -> "reported as value: " + Typed.visible(value))
                                                    .orElseGet(() -> trial.noted(Followed.OTHERWISE)
                                                            .map(what -> "reported \"" + what + "\" and no \"value\"")
                                                            .orElse("nothing was reported"))
                                            + trial.ending(),
                                    SEE)
                            .at(history, first.noted());
        });
    }

    static Verdict oneWatchIsSet(History history) {
        return judged(
                history,
                trial -> trial.looks().stream()
                        .filter(look -> look.isNewest() && look.watches() != 1)
                        .findFirst()
                        .map(look -> Verdict.fail(
                                        "one watch on the znode whenever its newest value is reported",
                                        look.words() + ": "
                                                + (look.watches() == 0
                                                        ? "none"
                                                        : "watches of " + look.watches() + " sessions")
                                                + trial.ending(),
                                        SEE)
                                .at(history, look.noted()))
                        .orElseGet(() -> trial.looks().size() < 2
                                ? incomplete(trial, "nothing was changed under the program")
                                : Verdict.pass(
                                        "one watch at each of " + trial.looks().size() + " looks")));
    }

    static Verdict noWriteIsMissedBetweenRequests(History history) {
        return judged(history, trial -> {
            List<Look> gaps = trial.looks(Followed.AFTER_GAP);
            return gaps.stream()
                    .filter(look -> !look.isNewest())
                    .findFirst()
                    .map(look -> Verdict.fail(
                                    look.written()
                                            + ", written after the answer to your read and before your next request",
                                    look.reported().orElse("nothing") + " is the last value reported, and it stays so"
                                            + trial.ending(),
                                    SEE)
                            .at(history, look.noted()))
                    .orElseGet(() -> gaps.size() < Followed.GAPS
                            ? incomplete(trial, gaps.size() + " of " + Followed.GAPS + " writes fell between requests")
                            : Verdict.pass(gaps.size() + " writes fell between two requests, and none was missed"));
        });
    }

    static Verdict newestValueIsReported(History history) {
        return judged(history, trial -> {
            List<Look> bursts = trial.looks(Followed.AFTER_BURST);
            return bursts.stream()
                    .filter(look -> !look.isNewest())
                    .findFirst()
                    .map(look -> Verdict.fail(
                                    look.written() + ", the last value written",
                                    look.words() + " the last value reported is "
                                            + look.reported()
                                                    .map(Typed::visible)
                                                    .orElse("none") + trial.ending(),
                                    SEE)
                            .at(history, look.noted()))
                    .orElseGet(() -> bursts.size() < Followed.BURSTS
                            ? incomplete(trial, "there were " + bursts.size() + " of " + Followed.BURSTS + " bursts")
                            : Verdict.pass("the newest value was reported after each of " + bursts.size() + " bursts"));
        });
    }

    static Verdict valuesWereRead(History history) {
        return judged(history, trial -> {
            Optional<Long> reads = trial.count(Followed.READS);
            int position = 0;
            for (String value : trial.reported()) {
                int found = trial.written().indexOf(value);
                if (found < 0) {
                    return Verdict.fail(
                            "nothing but values of the znode", Typed.visible(value) + " was never written", SEE);
                }
                if (found < position) {
                    return Verdict.fail(
                            "values in the order in which they were written",
                            value + " was reported after " + trial.written().get(position) + ", which is newer",
                            SEE);
                }
                position = found;
            }
            if (reads.isEmpty() || trial.reported().size() < 2) {
                return incomplete(trial, "too little was reported to tell");
            }
            return trial.reported().size() > reads.get()
                    ? Verdict.fail("each value reported was read before", "more values were reported than read", SEE)
                    : Verdict.pass(trial.reported().size() + " values, all of them read");
        });
    }

    static Verdict asksOnlyWhenTold(History history) {
        return judged(history, trial -> {
            Optional<Long> requests = trial.count(Followed.REQUESTS);
            Optional<Long> silence = trial.count(Followed.IN_SILENCE);
            if (requests.isEmpty() || silence.isEmpty()) {
                return Verdict.unknown("nobody counted the requests of the program", AGAIN);
            }
            if (trial.askedTooMuch()) {
                return Verdict.fail(Followed.mostInWords(), "more than that", SEE);
            }
            return silence.get() > 0
                    ? Verdict.fail(
                                    "no requests while nothing changes",
                                    "it asks again and again while nothing changes",
                                    SEE)
                            .atNoted(history, Followed.IN_SILENCE)
                    : Verdict.pass(requests.get() + " requests for "
                                    + trial.written().size() + " changes")
                            .unlessInVain(trial.trial(), Followed.IN_SILENCE);
        });
    }

    private static Verdict judged(History history, Function<Followed, Verdict> judge) {
        return Followed.in(history).map(judge).orElseGet(() -> Verdict.unknown("the program was not tried", AGAIN));
    }

    /** Whoever ended the trial early by something wrong hears of that first; else nobody can tell. */
    private static Verdict incomplete(Followed trial, String why) {
        boolean wrong = trial.looks().stream().anyMatch(look -> !look.isNewest() || look.watches() != 1)
                || trial.noted(Followed.ENDED).isPresent()
                || trial.askedTooMuch()
                || trial.reported().size() > trial.count(Followed.READS).orElse(Long.MAX_VALUE);
        return wrong
                ? new Verdict.Skipped("the trial ended early, because of what is wrong elsewhere")
                : Verdict.unknown(why, AGAIN);
    }
}
