package quorumbook.repl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import quorumbook.repl.classroom.Kit;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;
import quorumbook.repl.terminal.PlainScreen;

/** Writes what a course's own system needs to call the grader. */
@Command(
        name = "export",
        description = "Write a folder with which Gradescope, GitHub Classroom or a CI grades submissions.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 written, 3 wrong usage or a file is in the way, 4 trouble of the tool itself."})
final class ExportCli implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "gradescope|github-classroom|ci",
            description = "For which system.",
            completionCandidates = KitNames.class)
    private String system = "";

    @Parameters(index = "1", paramLabel = "DIR", description = "Where; made if it is not there.")
    private Path folder = Path.of("");

    @Option(names = "--force", description = "Write over files that are there.")
    private boolean force;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Kit kit = Kit.named(system)
                .orElseThrow(() -> Usage.wrong(
                        spec,
                        "There is nothing to export for '" + system + "'; there are " + String.join(", ", Kit.names())
                                + "."));
        List<Path> present = kit.presentIn(folder);
        if (!present.isEmpty() && !force) {
            throw Usage.wrong(
                    spec,
                    "There is already "
                            + present.stream().map(Path::toString).collect(Collectors.joining(", "))
                            + ". Nothing was written; choose another folder, or write over it with --force.");
        }
        List<Path> written = written(kit);
        Page.Writing page = Page.writing();
        written.forEach(file -> page.line(Span.code(file.toString())));
        page.line(Span.plain("Read " + written.get(written.size() - 1) + " next."));
        PlainScreen.ofStandardStreams().show(page.done());
        return 0;
    }

    private List<Path> written(Kit kit) {
        try {
            return kit.write(folder);
        } catch (IOException e) {
            throw Usage.wrong(
                    spec, "Cannot write to " + folder + " (" + e + "). Name a folder that can be made or written to.");
        }
    }

    /** For completion. */
    static final class KitNames extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        KitNames() {
            super(Kit.names());
        }
    }
}
