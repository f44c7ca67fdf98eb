package quorumbook.repl;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Folders;
import quorumbook.repl.desk.LearnerArchive;
import quorumbook.repl.desk.Places;
import quorumbook.repl.desk.ToolsArchive;
import quorumbook.repl.jvm.Trainee;
import quorumbook.repl.terminal.MadeTerminal;
import quorumbook.repl.terminal.NativeLibrary;

/**
 * Makes what later starts are quick by, for the launcher: has a workbook sit at a terminal where nobody sits, with nothing of
 * the person's own, and types a little of everything, so that the archive which it writes has the classes of it.
 */
final class Training {
    /** What the launcher calls it; the trainee's whole command line follows. */
    static final String COMMAND = "__train";

    /** System property of the trainee: it is not to train others. */
    static final String TRAINEE = "quorumbook.trainee";

    private static final List<String> TYPED = List.of(
            "1 + 1",
            "var words = java.util.List.of(\"zookeeper\", \"kafka\")",
            "int twice(int x) { return 2 * x; }",
            "twice(21)",
            "words.stream().map(String::length).toList()",
            "record Point(int x, int y) {}",
            "new Point(1, 2)",
            "int wrong = \"text\";",
            "throw new IllegalStateException(\"on purpose\");",
            "System.out.println(\"printed\")",
            "words.siz\t()",
            "for (int i = 0; i < 2; i++) {\r    System.out.println(i);\r}",
            "/help",
            "/lessons",
            "/progress",
            "/vars",
            "/nonsense",
            "/goto tree",
            "zk ls /",
            "zk.getState()",
            "/cluster",
            "/check",
            "/hint",
            "/retry",
            "/check",
            "/exit");

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int UNTRAINED = 4;

    private Training() {}

    static int run(List<String> trainee) throws IOException, InterruptedException {
        LearnerArchive archive = LearnerArchive.ofThisStart()
                .orElseThrow(
                        () -> new ClusterException("Only the launcher ./quorumbook can say where an archive goes."));
        archive.make();
        ToolsArchive.make(Places.ofThisUser().home());
        // Always the same, so that what a killed training has left goes with the next.
        Path folder = archive.place().resolveSibling("training");
        Folders.delete(folder);
        Map<String, String> environment = Map.of(
                "QUORUMBOOK_DATA", folder.resolve("data").toString(),
                "QUORUMBOOK_STATE", folder.resolve("state").toString(),
                "QUORUMBOOK_RUNTIME", "processes",
                "TERM", "xterm-256color",
                "NO_COLOR", "",
                "ACCESSIBLE", "");
        try (MadeTerminal terminal = MadeTerminal.open()) {
            NativeLibrary.keepIn(archive.place().resolveSibling("native"));
            new Typist(terminal.picture(), terminal.keyboard()).type(TYPED);
            return Trainee.run(trainee, terminal.file(), environment, PATIENCE) ? 0 : UNTRAINED;
        } finally {
            Folders.delete(folder);
        }
    }
}
