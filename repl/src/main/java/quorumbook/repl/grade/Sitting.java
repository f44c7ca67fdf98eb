package quorumbook.repl.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import quorumbook.labs.Patience;
import quorumbook.labs.history.Waited;
import quorumbook.repl.command.Script;
import quorumbook.repl.desk.Conversation;
import quorumbook.repl.desk.Conversation.Turn;

/**
 * One submission being typed, so to say: its inputs one after the other, each within its time, all within theirs. On a machine
 * that is starved an input has up to four times as long, so that one that hangs can be told from one that had no chance; a
 * limit that was reached all the same is none of the submission's.
 */
final class Sitting {
    private static final int MOST_WORDS = 80;
    private static final long BETWEEN_LOOKS_MILLIS = 500;
    private static final int MOST_TIMES = 4;

    private final Conversation conversation;
    private final ScheduledExecutorService clock;
    private final Limits limits;
    private final Supplier<Patience> beginning;

    // Guarded by this.
    private final List<String> broken = new ArrayList<>();
    private int current;
    private boolean over;
    private Optional<Patience> patience = Optional.empty();
    private Optional<String> doubt = Optional.empty();

    /** @param beginning begins to watch what the machine spares the submission */
    Sitting(Conversation conversation, ScheduledExecutorService clock, Limits limits, Supplier<Patience> beginning) {
        this.conversation = conversation;
        this.clock = clock;
        this.limits = limits;
        this.beginning = beginning;
    }

    /** Returns when all inputs have been run, or one of the limits has ended them. */
    void run(String submission) {
        Duration each = TimeLimit.of(submission);
        ScheduledFuture<?> watch = in(
                limits.whole(),
                () -> endLate("limit: time (the submission was ended after "
                        + limits.whole().toSeconds() + " s)"));
        try {
            int number = 0;
            for (String input : Script.inputs(submission, conversation)) {
                if (!begin(++number) || turn(number, input, each) == Turn.LEAVE) {
                    return;
                }
            }
        } finally {
            watch.cancel(false);
        }
    }

    private Turn turn(int number, String input, Duration limit) {
        ScheduledFuture<?> watch = in(limit, () -> stop(number, input, limit, 1));
        Patience patience = waits();
        ScheduledFuture<?> looks = clock.scheduleWithFixedDelay(
                patience::goesOn, BETWEEN_LOOKS_MILLIS, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        try {
            return conversation.submit(input);
        } finally {
            watch.cancel(false);
            looks.cancel(false);
            done();
        }
    }

    private ScheduledFuture<?> in(Duration time, Runnable then) {
        return clock.schedule(then, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized boolean begin(int number) {
        current = number;
        return !over;
    }

    private synchronized void done() {
        current = 0;
    }

    private synchronized Patience waits() {
        Patience now = beginning.get();
        patience = Optional.of(now);
        return now;
    }

    private synchronized void stop(int number, String input, Duration limit, int times) {
        if (current == number && !over) {
            if (times < MOST_TIMES && starved().isPresent()) {
                ScheduledFuture<?> unused = in(limit, () -> stop(number, input, limit, times + 1));
                return;
            }
            String first = input.lines().findFirst().orElse("");
            String words = first.length() > MOST_WORDS ? first.substring(0, MOST_WORDS) + "…" : first;
            broken.add("limit: time (stopped after " + limit.toSeconds() * times + " s: " + words + ")");
            late();
            conversation.interrupt();
        }
    }

    private synchronized void endLate(String reason) {
        if (!over) {
            late();
            end(reason);
        }
    }

    /** To be called on the thread that looks: what the machine could do while the input ran that is running now. */
    private synchronized void late() {
        doubt = doubt.or(this::starved);
    }

    private Optional<String> starved() {
        return patience.map(Patience::waited).flatMap(Waited::doubt);
    }

    /** Why a limit of time that was reached says nothing of the submission, a clause; empty if it does, or none was. */
    synchronized Optional<String> doubt() {
        return doubt;
    }

    /** Stops what runs, and runs no more; the first reason is kept. */
    synchronized void end(String reason) {
        if (!over) {
            over = true;
            broken.add(reason);
            conversation.interrupt();
        }
    }

    /** What was ended, a sentence each. */
    synchronized List<String> broken() {
        return List.copyOf(broken);
    }
}
