package quorumbook.repl.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.RuntimeChoice;
import quorumbook.lessons.LessonException;
import quorumbook.repl.page.Screen;
import quorumbook.repl.store.StoreException;
import quorumbook.repl.terminal.PlainScreen;

/** The command line: without a sub-command it opens the prompt. */
@Command(
        name = "quorumbook",
        description = "Learn ZooKeeper and Kafka on real clusters, at one prompt.",
        synopsisSubcommandLabel = "[COMMAND]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            CheckCli.class,
            GradeCli.class,
            ReplayCli.class,
            ExportCli.class,
            DoctorCli.class,
            LabCli.class,
            BenchCli.class,
            CompletionCli.class
        },
        footer = {
            "",
            "Without a command it opens the workbook where you left it. Exit codes of check:",
            "0 pass, 1 fail, 2 unknown, 3 wrong usage, 4 trouble of the tool itself."
        })
public final class Quorumbook implements Callable<Integer> {
    static final int USAGE = 3;
    static final int TROUBLE = 4;

    private final Function<RuntimeChoice, Integer> prompt;

    @Mixin
    private final RuntimeOption runtime = new RuntimeOption();

    private Quorumbook(Function<RuntimeChoice, Integer> prompt) {
        this.prompt = prompt;
    }

    /** Runs the command line and returns the exit code; {@code prompt} is what runs without a sub-command. */
    public static int run(String[] arguments, Function<RuntimeChoice, Integer> prompt) {
        PlainScreen screen = PlainScreen.ofStandardStreams();
        CommandLine line = new CommandLine(new Quorumbook(prompt));
        line.setOut(new PrintWriter(new ScreenWriter(screen, Screen.Stream.OUT), true));
        line.setErr(new PrintWriter(new ScreenWriter(screen, Screen.Stream.ERR), true));
        line.getCommandSpec().exitCodeOnInvalidInput(USAGE);
        line.getSubcommands().values().forEach(each -> each.getCommandSpec().exitCodeOnInvalidInput(USAGE));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(sentence(failure));
            return TROUBLE;
        });
        return line.execute(arguments);
    }

    private static String sentence(Exception failure) {
        return failure instanceof ClusterException
                        || failure instanceof LessonException
                        || failure instanceof StoreException
                ? String.valueOf(failure.getMessage())
                : "That went wrong on our side: " + failure + ". Please report it.";
    }

    @Override
    public Integer call() {
        return prompt.apply(runtime.choice());
    }
}
