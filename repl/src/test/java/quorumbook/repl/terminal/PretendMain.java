package quorumbook.repl.terminal;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** A program with a prompt and nothing behind it, for trying the terminal by hand and in a pseudo-terminal. */
public final class PretendMain {
    private PretendMain() {}

    /** The only argument is the history file. */
    public static void main(String[] args) {
        Optional<InteractiveScreen> terminal = InteractiveScreen.open(System.getenv());
        if (terminal.isEmpty()) {
            BufferedReader script = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            System.exit(ScriptedRun.run(new PretendDesk(PlainScreen.ofStandardStreams()), script));
        }
        int status;
        try (InteractiveScreen screen = terminal.get()) {
            screen.show(Page.of(Span.title("Quorumbook"), Span.faint("  a pretended desk")));
            status = InteractivePrompt.run(new PretendDesk(screen), screen, Path.of(args[0]));
            screen.show(Page.of(Span.faint("bye")));
        }
        System.exit(status);
    }
}
