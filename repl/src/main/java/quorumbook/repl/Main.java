package quorumbook.repl;

import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.RuntimeChoice;
import quorumbook.lessons.LessonException;
import quorumbook.repl.cli.Quorumbook;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;
import quorumbook.repl.terminal.PlainScreen;

/** Where the program begins: the prompt at once if nothing else is asked for, else the command line. */
public final class Main {
    private static final int TROUBLE = 4;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            String environment = System.getenv().getOrDefault("QUORUMBOOK_RUNTIME", "auto");
            return arguments.length == 0
                    ? Workbook.open(RuntimeChoice.of(environment))
                    : Quorumbook.run(arguments, Workbook::open);
        } catch (ClusterException | LessonException e) {
            PlainScreen.ofStandardStreams().show(Page.of(Span.bad(e.getMessage())));
            return TROUBLE;
        }
    }
}
