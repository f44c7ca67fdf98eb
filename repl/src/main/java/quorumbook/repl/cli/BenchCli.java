package quorumbook.repl.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.repl.bench.Comparison;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Places;
import quorumbook.repl.desk.Program;
import quorumbook.repl.page.Screen;
import quorumbook.repl.terminal.PlainScreen;

/** Measures how fast the workbook is, against how the same is done without it. */
@Command(
        name = "bench",
        description =
                "Measure start-up, snippets, servers, checks, faults and resets against how it is done without us.",
        mixinStandardHelpOptions = true,
        footer = {"", "Takes a quarter of an hour with all figures. Exits with 0 whatever the figures are."})
final class BenchCli implements Callable<Integer> {
    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Only these figures: prompt, answer, snippet, ensemble, kafka, memory, containers, check, parts, "
                            + "grade, mixed, reset, next, spare.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--runs", paramLabel = "N", defaultValue = "5", description = "Runs of each side (default: 5).")
    private int runs = 5;

    @Mixin
    private final RuntimeOption runtime = new RuntimeOption();

    @Override
    public Integer call() throws Exception {
        if (runs < 1) {
            throw new ClusterException("--runs takes a number from 1 on.");
        }
        Places folders = Places.ofThisUser();
        Screen screen = PlainScreen.ofStandardStreams();
        try (Program program = Program.begin(folders, runtime.choice())) {
            program.sweep();
            Comparison comparison = Comparison.of(program, Book.in(folders.home()), runtime.choice());
            try {
                screen.show(comparison.hold(new LinkedHashSet<>(only), runs, screen::busy));
            } finally {
                screen.idle();
            }
            return 0;
        }
    }
}
