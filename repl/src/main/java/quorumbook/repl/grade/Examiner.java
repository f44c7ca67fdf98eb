package quorumbook.repl.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import quorumbook.labs.Report;
import quorumbook.lessons.LessonId;
import quorumbook.repl.command.Dialogue;
import quorumbook.repl.command.Script;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Clusters;
import quorumbook.repl.desk.Conversation.Turn;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.page.CapturingScreen;
import quorumbook.repl.page.Screen;

/** Runs submissions one after the other, each at a desk of its own, and judges what they leave behind. */
public final class Examiner implements AutoCloseable {
    private final Book book;
    private final Clusters clusters;
    private final Function<Screen, Languages> languages;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "quorumbook-time-limit");
        thread.setDaemon(true);
        return thread;
    });

    /** @param languages the three languages of one submission, which speak to that screen */
    public Examiner(Book book, Clusters clusters, Function<Screen, Languages> languages) {
        this.book = book;
        this.clusters = clusters;
        this.languages = languages;
    }

    /** Runs the text of a submission and judges it, on a clean cluster, with the values of {@code seed}. */
    public Examined examine(LessonId exercise, String submission, long seed) throws InterruptedException {
        CapturingScreen screen = new CapturingScreen();
        try (Desk desk =
                new Desk(book, screen, Optional.empty(), () -> seed, () -> clusters, languages.apply(screen))) {
            desk.open(exercise, seed, 0);
            desk.attempt();
            long begun = System.nanoTime();
            List<String> limits = run(submission, new Dialogue(desk));
            Report report = desk.check();
            return new Examined(report, screen.text(), limits, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private List<String> run(String submission, Dialogue dialogue) {
        Duration limit = TimeLimit.of(submission);
        List<String> limits = new ArrayList<>();
        for (String input : Script.inputs(submission, dialogue)) {
            ScheduledFuture<?> watchdog = clock.schedule(
                    () -> {
                        limits.add("stopped after " + limit.toSeconds() + " s: "
                                + input.lines().findFirst().orElse(""));
                        dialogue.interrupt();
                    },
                    limit.toMillis(),
                    TimeUnit.MILLISECONDS);
            Turn turn = dialogue.submit(input);
            watchdog.cancel(false);
            if (turn == Turn.LEAVE) {
                break;
            }
        }
        return limits;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
