package quorumbook.repl.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import quorumbook.repl.command.Script;
import quorumbook.repl.desk.Conversation;
import quorumbook.repl.desk.Conversation.Turn;

/** One submission being typed, so to say: its inputs one after the other, each within its time, all within theirs. */
final class Sitting {
    private static final int MOST_WORDS = 80;

    private final Conversation conversation;
    private final ScheduledExecutorService clock;
    private final Limits limits;

    // Guarded by this.
    private final List<String> broken = new ArrayList<>();
    private int current;
    private boolean over;

    Sitting(Conversation conversation, ScheduledExecutorService clock, Limits limits) {
        this.conversation = conversation;
        this.clock = clock;
        this.limits = limits;
    }

    /** Returns when all inputs have been run, or one of the limits has ended them. */
    void run(String submission) {
        Duration each = TimeLimit.of(submission);
        ScheduledFuture<?> watch = in(
                limits.whole(),
                () -> end("limit: time (the submission was ended after "
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
        ScheduledFuture<?> watch = in(limit, () -> stop(number, input, limit));
        try {
            return conversation.submit(input);
        } finally {
            watch.cancel(false);
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

    private synchronized void stop(int number, String input, Duration limit) {
        if (current == number && !over) {
            String first = input.lines().findFirst().orElse("");
            String words = first.length() > MOST_WORDS ? first.substring(0, MOST_WORDS) + "…" : first;
            broken.add("limit: time (stopped after " + limit.toSeconds() + " s: " + words + ")");
            conversation.interrupt();
        }
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
