package quorumbook.labs.zookeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.invariant.FirstComeFirstServed;
import quorumbook.labs.history.invariant.OneHolderAtATime;

/**
 * What the last trial showed. A trial ends early where a copy does what none may do: then one of these has seen it, and the
 * others are skipped if they have seen nothing wrong.
 */
final class LockJudge {
    /** Noted with the path of the lock, when a trial begins. */
    static final String TRIAL = "trial";

    /** Noted with {@link #WHOLE} if all of it was told. */
    static final String ENDED = "trial ended";

    static final String WHOLE = "whole";
    static final String NOT_RUNNABLE = "not runnable";
    static final String EPHEMERAL = "ephemeral";
    static final String PERSISTENT = "persistent";
    static final String AFTER_LOST_REPLY = "znodes after the lost reply";
    /** Noted with the copy that hears no answer to its create. */
    static final String UNHEARD = "hears no answer";

    /** Noted with the copy that is cut off while it holds the lock. */
    static final String CUT_OFF = "is cut off";

    static final String ENDED_UNHEARD = "ended after the lost reply";
    static final String STUCK = "stuck";
    static final String ON_CHILDREN = "watches on children";
    static final String TOLD_OF = "told of ";
    static final String TIME_TO_NOTICE = "time to notice the loss of a session";
    static final String ENDED_CUT_OFF = "ended after the loss of its session";

    private static final int DIGITS = 10;
    private static final String AGAIN = "/check again";
    private static final String SEE = "/list";

    private LockJudge() {}

    static String znodeOf(String copy) {
        return "znode of " + copy;
    }

    static String notQueued(String copy) {
        return "no znode of " + copy;
    }

    /** How the call of a copy that had the lock ended. */
    static String endOf(String copy) {
        return "end of " + copy;
    }

    static String watchedBy(String copy) {
        return "watched by " + copy;
    }

    /** The number that the parent gave to a sequential znode. */
    static OptionalLong place(String name) {
        return name.matches(".*\\d{" + DIGITS + "}")
                ? OptionalLong.of(Long.parseLong(name.substring(name.length() - DIGITS)))
                : OptionalLong.empty();
    }

    static Verdict eachCopyQueues(History whole) {
        History history = ofLastTrial(whole);
        Optional<String> notRunnable = history.noted(NOT_RUNNABLE);
        if (notRunnable.isPresent()) {
            return Verdict.fail("a method work that takes the path of a lock", notRunnable.get(), SEE)
                    .atNoted(whole, NOT_RUNNABLE);
        }
        String expected = "an ephemeral sequential znode of each copy, right below the lock";
        int queued = 0;
        for (int number = 1; number <= LockStory.COPIES; number++) {
            String copy = LockCopy.name(number);
            Optional<String> none = history.noted(notQueued(copy));
            if (none.isPresent()) {
                return Verdict.fail(expected, copy + " has none: " + none.get(), SEE)
                        .atNoted(whole, notQueued(copy));
            }
            Optional<String> znode = history.noted(znodeOf(copy));
            if (znode.isPresent()) {
                queued++;
                String name = znode.get().substring(znode.get().indexOf(' ') + 1);
                if (znode.get().startsWith(PERSISTENT)) {
                    return Verdict.fail(expected, "the znode of " + copy + " is persistent", SEE)
                            .atNoted(whole, znodeOf(copy));
                }
                if (place(name).isEmpty()) {
                    return Verdict.fail(
                                    expected,
                                    "the znode of " + copy + " is " + name + ", without a number of its parent",
                                    SEE)
                            .atNoted(whole, znodeOf(copy));
                }
            }
        }
        return queued == LockStory.COPIES
                ? Verdict.pass("five copies, five ephemeral sequential znodes")
                : undecided(history);
    }

    static Verdict oneZnodeAfterALostReply(History whole) {
        History history = ofLastTrial(whole);
        Optional<String> own = history.noted(AFTER_LOST_REPLY);
        if (own.isEmpty()) {
            return undecided(history);
        }
        String unheard = role(history, UNHEARD);
        String expected = unheard + " waits, with the one znode that its create made";
        Optional<String> end = history.noted(ENDED_UNHEARD);
        if (end.isPresent()) {
            return Verdict.fail(expected, "it " + end.get() + ", although its create had made a znode", SEE)
                    .atNoted(whole, ENDED_UNHEARD);
        }
        List<String> znodes = List.of(own.get().split(" "));
        if (znodes.size() > 1) {
            return Verdict.fail(
                            expected, "it has " + znodes.size() + " in the queue: " + String.join(", ", znodes), SEE)
                    .atNoted(whole, AFTER_LOST_REPLY);
        }
        return own.get().isEmpty()
                ? Verdict.fail(expected, "it waits, and has none in the queue", SEE)
                        .atNoted(whole, AFTER_LOST_REPLY)
                : proved(history, "the answer to its create was lost, and " + unheard + " waits with " + own.get());
    }

    /** The copy that meets with that; histories of before roles were drawn do not name it: it was the fourth. */
    private static String role(History history, String role) {
        return history.noted(role).orElse(LockCopy.name(4));
    }

    /** Nothing proves a fault: then nothing can be told. */
    private static Verdict proved(History history, String evidence) {
        Invariant nothing = seen -> new Judgement.Holds(evidence);
        return Verdict.of(nothing.judge(history), SEE, AGAIN);
    }

    static Verdict oneHolderAtATime(History whole) {
        History history = ofLastTrial(whole);
        return judged(whole, new OneHolderAtATime(lock(history), 4), withoutWorkOfWhoIsCutOff(history));
    }

    /** What the copy does that is cut off, once it may go on, is another question. Each event keeps its index. */
    private static History withoutWorkOfWhoIsCutOff(History history) {
        String copy = role(history, CUT_OFF);
        List<Event> rest = history.events().stream()
                .map(event -> event instanceof Event.Used used && used.client().equals(copy)
                        ? new Event.Noted(event.at(), copy, "worked")
                        : event)
                .toList();
        return new History(history.given(), rest);
    }

    static Verdict firstComeFirstServed(History whole) {
        History history = ofLastTrial(whole);
        return judged(whole, new FirstComeFirstServed(lock(history), 2), history);
    }

    /** Of a beginning of the last trial; what is broken is told by the indices of the whole. */
    private static Verdict judged(History whole, Invariant invariant, History part) {
        Judgement judgement = invariant.judge(part).after(begin(whole));
        History trial = ofLastTrial(whole);
        return judgement instanceof Judgement.Broken || isWhole(trial)
                ? Verdict.of(judgement, SEE, AGAIN)
                : undecided(trial);
    }

    static Verdict theNextOneFollows(History whole) {
        History history = ofLastTrial(whole);
        Optional<String> stuck = history.noted(STUCK);
        if (stuck.isPresent()) {
            String[] words = stuck.get().split("; ", 2);
            return Verdict.fail(words[0], words[1], SEE).atNoted(whole, STUCK);
        }
        if (!isWhole(history)) {
            return undecided(history);
        }
        for (String copy : ended(history)) {
            List<String> did = did(history, copy);
            if (!did.equals(List.of(LockCopy.ACQUIRED, LockCopy.USE, LockCopy.RELEASED))) {
                return Verdict.fail(
                                copy + " reports acquired, use, released",
                                copy + " reported " + String.join(", ", did),
                                SEE)
                        .atNoted(whole, endOf(copy));
            }
        }
        return proved(history, "after a release, a death and a lost session the next one acquired");
    }

    /** The copies that had the lock until they gave it back. */
    private static List<String> ended(History history) {
        return history.all(Event.Noted.class).stream()
                .map(Event.Noted::name)
                .filter(name -> name.startsWith(endOf("")))
                .map(name -> name.substring(endOf("").length()))
                .toList();
    }

    /** What a copy reported, each word once. */
    private static List<String> did(History history, String copy) {
        List<String> did = new ArrayList<>();
        for (Event event : history.events()) {
            if (event instanceof Event.Acquired acquired && acquired.client().equals(copy)) {
                did.add(LockCopy.ACQUIRED);
            } else if (event instanceof Event.Used used && used.client().equals(copy)) {
                did.add(LockCopy.USE);
            } else if (event instanceof Event.Released released
                    && released.client().equals(copy)) {
                did.add(LockCopy.RELEASED);
            }
        }
        return did.stream().distinct().toList();
    }

    static Verdict oneIsWokenAtATime(History whole) {
        History history = ofLastTrial(whole);
        String expected = "each waiting copy watches the znode before its own, and nothing else";
        Optional<String> crowd = crowd(history);
        if (crowd.isPresent()) {
            return Verdict.fail(expected, crowd.get(), SEE);
        }
        int releases = 0;
        for (Event.Noted noted : history.all(Event.Noted.class)) {
            if (noted.name().startsWith(TOLD_OF)) {
                releases++;
                String what = noted.name().substring(TOLD_OF.length());
                String[] told = noted.value().split(" ");
                if (!told[1].equals("0")) {
                    return Verdict.fail(
                                    expected,
                                    what + " was told to " + told[1] + " watches on the children of the lock",
                                    SEE)
                            .at(whole, noted);
                }
                if (told[0].equals("0")) {
                    return Verdict.fail(expected, what + " was told to nobody: who waits asks again and again", SEE)
                            .at(whole, noted);
                }
            }
        }
        return isWhole(history)
                ? proved(history, releases + " times a znode went, and one copy was told")
                : undecided(history);
    }

    /** Two copies that watch the same znode, in one look. */
    private static Optional<String> crowd(History history) {
        Map<String, String> watchers = new TreeMap<>();
        for (Event.Noted noted : history.all(Event.Noted.class)) {
            if (noted.name().equals(ON_CHILDREN)) {
                // the last of what one look saw
                watchers.clear();
            } else if (noted.name().startsWith(watchedBy(""))) {
                String copy = noted.name().substring(watchedBy("").length());
                for (String znode : noted.value().split(" ")) {
                    String other = watchers.putIfAbsent(znode, copy);
                    if (!znode.isEmpty() && other != null && !other.equals(copy)) {
                        return Optional.of(other + " and " + copy + " watch "
                                + (znode.equals(LockQueue.ITSELF)
                                        ? "the lock"
                                        : "the same znode, …" + znode.substring(Math.max(0, znode.length() - DIGITS))));
                    }
                }
            }
        }
        return Optional.empty();
    }

    static Verdict stopsWhenCutOff(History whole) {
        History history = ofLastTrial(whole);
        String cutOff = role(history, CUT_OFF);
        boolean gone = history.all(Event.Gone.class).stream()
                .anyMatch(each -> each.client().equals(cutOff));
        if (!gone) {
            return undecided(history);
        }
        Judgement judgement =
                new OneHolderAtATime(lock(history), 4).judge(history).after(begin(whole));
        if (!(judgement instanceof Judgement.Holds)) {
            return judgement instanceof Judgement.Broken || isWhole(history)
                    ? Verdict.of(judgement, SEE, AGAIN).unlessInVain(history, TIME_TO_NOTICE)
                    : undecided(history);
        }
        Optional<String> end = history.noted(ENDED_CUT_OFF);
        return end.map(words -> Verdict.pass(cutOff + " did not use it after that: it " + words))
                .orElseGet(() -> Verdict.unknown(cutOff + " neither went on nor ended", AGAIN));
    }

    private static boolean isWhole(History history) {
        return history.noted(ENDED).equals(Optional.of(WHOLE));
    }

    /** Where nothing wrong was seen in as much as was told. */
    private static Verdict undecided(History history) {
        return history.noted(ENDED).isPresent()
                ? new Verdict.Skipped("the trial ended before that could be seen")
                : Verdict.unknown("no trial has ended", AGAIN);
    }

    private static String lock(History history) {
        return history.noted(TRIAL).orElse("");
    }

    /** From its beginning to its end: what copies say afterwards, when one after the other is ended, means nothing. */
    private static History ofLastTrial(History history) {
        int from = begin(history);
        int to = history.lastNoted(ENDED).orElse(-1) + 1;
        return history.part(from, to > from ? to : history.events().size());
    }

    private static int begin(History history) {
        return history.lastNoted(TRIAL).orElse(0);
    }
}
