package quorumbook.repl.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.slf4j.LoggerFactory;
import quorumbook.repl.desk.Conversation;
import quorumbook.repl.desk.Conversation.Turn;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;
import quorumbook.repl.terminal.Keys.Keyboard;
import quorumbook.repl.terminal.look.Look;

/** Reads a line, has it done, and again, until the person leaves. */
public final class InteractivePrompt {
    private static final Duration TWICE = Duration.ofSeconds(1);
    private static final int HISTORY_LINES = 5000;

    private final Conversation conversation;
    private final InteractiveScreen screen;
    private final Path history;
    private String lastSentence = "";
    private Instant lastCtrlC = Instant.EPOCH;

    private InteractivePrompt(Conversation conversation, InteractiveScreen screen, Path history) {
        this.conversation = conversation;
        this.screen = screen;
        this.history = history;
    }

    /** Talks until {@code /exit} or Ctrl-D; returns the exit status of the program. */
    public static int run(Conversation conversation, InteractiveScreen screen, Path history) {
        new InteractivePrompt(conversation, screen, history).talk();
        return 0;
    }

    private void talk() {
        screen.follow(conversation::status);
        Line line = screen.keyboard() == Keyboard.COOKED ? cooked() : edited();
        boolean offers = true;
        Turn turn = Turn.DONE;
        while (turn != Turn.LEAVE) {
            try {
                String input = line.read(offers ? conversation.offered().orElse("") : "");
                offers = true;
                turn = input.isBlank() ? turn : submit(withoutLineEnd(input));
            } catch (UserInterruptException e) {
                offers = !e.getPartialLine().isEmpty();
                interrupted(e.getPartialLine());
            } catch (EndOfFileException e) {
                return;
            }
        }
    }

    /** A pasted block brings its last line end with it. */
    private static String withoutLineEnd(String input) {
        return input.endsWith("\n") ? withoutLineEnd(input.substring(0, input.length() - 1)) : input;
    }

    /** Reads one input where an empty one means what is offered. */
    private interface Line {
        String read(String offered);
    }

    private Line cooked() {
        return offered -> {
            announce(offered);
            CookedLine line = new CookedLine(screen.terminal());
            StringBuilder input = new StringBuilder(screen.typed(line, conversation.prompt()));
            if (input.isEmpty()) {
                return offered;
            }
            while (conversation.isUnfinished(input.toString())) {
                input.append('\n').append(screen.typed(line, ScreenLine.CONTINUED));
            }
            return input.toString();
        };
    }

    private Line edited() {
        EditLine line = new EditLine(
                screen.terminal(),
                screen.ticking().bottom(),
                screen.ticking()::soon,
                conversation,
                screen.look(),
                screen::show);
        remember(line);
        return offered -> {
            announce(offered);
            line.offer(offered);
            return screen.typed(line, conversation.prompt());
        };
    }

    /** Says in lines what cannot be painted: the state, and what Enter would run. */
    private void announce(String offered) {
        Look look = screen.look();
        if (!screen.ticking().keepsStateInSight()) {
            String sentence = StatusWords.sentence(conversation.status(), look);
            if (!sentence.equals(lastSentence)) {
                screen.say(sentence);
                lastSentence = sentence;
            }
        }
        boolean unseen = look.colours() == Look.Colours.OFF || look.motion() == Look.Motion.APPENDS;
        if (unseen && !offered.isEmpty()) {
            screen.show(Page.writing()
                    .indented(12, Span.faint("Enter runs: "), Span.code(offered.replace("\n", "\n            ")))
                    .done());
        }
    }

    private Turn submit(String input) {
        try {
            return screen.working(conversation::interrupt, () -> conversation.submit(input));
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(InteractivePrompt.class).debug("a turn failed", e);
            screen.show(Page.of(
                    Span.bad("the workbook itself failed: " + e),
                    Span.plain(". This is our fault and not yours; /reset brings the lab back to its beginning.")));
            return Turn.FAILED;
        }
    }

    private void interrupted(String typed) {
        Instant now = Instant.now();
        if (typed.isEmpty() && Duration.between(lastCtrlC, now).compareTo(TWICE) < 0) {
            screen.show(Page.of(Span.faint("/exit or Ctrl-D leaves the workbook; your progress is kept")));
        }
        lastCtrlC = now;
    }

    private void remember(EditLine line) {
        line.setVariable(LineReader.HISTORY_SIZE, HISTORY_LINES);
        line.setVariable(LineReader.HISTORY_FILE_SIZE, HISTORY_LINES);
        try {
            new TypedBefore(history).prepare();
            line.setVariable(LineReader.HISTORY_FILE, history);
        } catch (IOException e) {
            screen.show(Page.of(Span.warning("what you type will not be remembered: "), Span.plain(e.toString())));
        }
    }
}
