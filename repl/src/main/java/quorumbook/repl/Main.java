package quorumbook.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.RuntimeChoice;
import quorumbook.lessons.LessonException;
import quorumbook.repl.cli.Quorumbook;
import quorumbook.repl.desk.Places;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;
import quorumbook.repl.terminal.PlainScreen;

/** Where the program begins: the prompt at once if nothing else is asked for, else the command line. */
public final class Main {
    private static final int TROUBLE = 4;

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) throws IOException, InterruptedException {
        try {
            if (arguments.length > 1 && arguments[0].equals(Training.COMMAND)) {
                return Training.run(List.of(arguments).subList(1, arguments.length));
            }
            logToFile(Places.ofThisUser().state());
            String environment = System.getenv().getOrDefault("QUORUMBOOK_RUNTIME", "auto");
            return arguments.length == 0
                    ? Workbook.open(RuntimeChoice.of(environment))
                    : Quorumbook.run(arguments, Workbook::open);
        } catch (ClusterException | LessonException e) {
            PlainScreen.ofStandardStreams().show(Page.of(Span.bad(String.valueOf(e.getMessage()))));
            return TROUBLE;
        }
    }

    /** What libraries log must not reach the screen; must run before the first of them is loaded. */
    private static void logToFile(Path state) {
        try {
            Files.createDirectories(state);
        } catch (IOException e) {
            throw new ClusterException(
                    "Cannot write to " + state + " (" + e.getMessage() + "). Free some space there, or set "
                            + "QUORUMBOOK_STATE to a folder that you can write to.",
                    e);
        }
        // Named, so that slf4j does not open every jar in search of it.
        System.setProperty("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty(
                "org.slf4j.simpleLogger.logFile", state.resolve("workbook.log").toString());
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    }
}
