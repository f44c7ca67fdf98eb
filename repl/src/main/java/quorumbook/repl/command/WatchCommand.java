package quorumbook.repl.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import quorumbook.labs.await.Eventually;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Runs and judges a file each time it is saved, from the exercise's beginning: for those who have an editor of their own. */
final class WatchCommand implements Command {
    private static final Duration A_WHILE = Duration.ofHours(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    @Override
    public String name() {
        return "watch";
    }

    @Override
    public String usage() {
        return "/watch FILE";
    }

    @Override
    public String about() {
        return "run and check a file each time you save it";
    }

    @Override
    public String more() {
        return "Each time, the exercise begins again with the same names and values, the file is run as if you typed it, and "
                + "the cluster is checked. Ctrl-C ends it; what was run last stays.";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        if (words.isEmpty()) {
            return Reply.refused("Which file? /watch my-answer.jsh");
        }
        desk.lab(); // says what to do where there is none
        Path file = Path.of(words.text());
        if (Files.isDirectory(file)) {
            return Reply.refused(file + " is a folder. /watch takes one file.");
        }
        Saved saved = new Saved(desk, file);
        return Reply.runAll(saved::next);
    }

    /** The versions of a file, one after the other. */
    private static final class Saved {
        private final Desk desk;
        private final Path file;
        private String latest = "";

        Saved(Desk desk, Path file) {
            this.desk = desk;
            this.file = file;
        }

        Optional<String> next() throws InterruptedException {
            desk.screen()
                    .busy((Files.exists(file) ? "watching " : "there is no ") + file
                            + ": save it to run it, Ctrl-C ends");
            String before = latest;
            while (latest.equals(before)) {
                latest = Eventually.look(A_WHILE, BETWEEN_LOOKS, this::text, now -> !now.equals(before))
                        .value();
            }
            desk.screen()
                    .show(Page.of(Span.faint(
                            file + ", " + latest.lines().count() + " lines, from the exercise's beginning:")));
            desk.beginAgain(Desk.Values.SAME);
            return Optional.of(latest + "\n/check\n");
        }

        /** The one before while there is none, and while an editor is at it. */
        private String text() {
            try {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                return text.isBlank() ? latest : text;
            } catch (IOException e) {
                return latest;
            }
        }
    }
}
