package quorumbook.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Folders;
import quorumbook.labs.cluster.RuntimeChoice;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.desk.Journal;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.desk.LearnerArchive;
import quorumbook.repl.desk.Places;
import quorumbook.repl.desk.Program;
import quorumbook.repl.terminal.InteractiveScreen;
import quorumbook.repl.terminal.NativeLibrary;

/**
 * A sitting that nobody attends: the launcher has it write the class-data archives that later starts are quick by. It touches
 * nothing of the person's own, and does a little of everything, so that the archive has the classes of it.
 */
final class Training {
    /** What the launcher calls it. */
    static final String COMMAND = "__train";

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
    private static final int GAVE_UP = 4;

    private Training() {}

    static int run() throws IOException {
        Path folder = Files.createTempDirectory("quorumbook-training");
        Places places = new Places(Places.ofThisUser().home(), folder.resolve("data"), folder.resolve("state"));
        Main.logToFile(places.state());
        LearnerArchive archive = LearnerArchive.ofThisStart()
                .orElseThrow(
                        () -> new ClusterException("Only the launcher ./quorumbook can say where an archive goes."));
        Thread watchdog = new Thread(Training::giveUpInTime, "quorumbook-watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
        try {
            archive.make();
            return sit(places, archive.place().resolveSibling("native"));
        } finally {
            Folders.delete(folder);
        }
    }

    /** Nobody would see that it hangs. */
    private static void giveUpInTime() {
        try {
            Eventually.look(PATIENCE, PATIENCE, () -> false, Boolean::booleanValue);
            Runtime.getRuntime().halt(GAVE_UP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int sit(Places places, Path nativeLibraries) throws IOException {
        Typist typist = new Typist(TYPED);
        try (InteractiveScreen screen = InteractiveScreen.unattended(typist.keyboard(), typist);
                Program program = Program.begin(places, RuntimeChoice.PROCESSES);
                Desk desk = Workbook.desk(
                        program,
                        Book.in(places.home()),
                        screen,
                        Optional.of(Journal.at(places.journal())),
                        Languages.of(program, screen))) {
            NativeLibrary.keepIn(nativeLibraries);
            return Workbook.sit(desk, screen, places, () -> {});
        }
    }
}
