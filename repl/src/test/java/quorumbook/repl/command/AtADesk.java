package quorumbook.repl.command;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.cluster.RuntimeChoice;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.desk.Places;
import quorumbook.repl.desk.Program;
import quorumbook.repl.page.CapturingScreen;

/** A learner's desk with the first lesson open, in a folder of its own; no server runs before one is wanted. */
abstract class AtADesk {
    static final Path HOME = Path.of(System.getProperty("quorumbook.home"));

    @TempDir
    Path folder;

    final CapturingScreen screen = new CapturingScreen();
    Program program;
    Desk desk;
    Dialogue dialogue;

    @BeforeEach
    void sitDown() {
        program = Program.begin(new Places(HOME, folder, folder), RuntimeChoice.PROCESSES);
        desk = new Desk(
                Book.in(HOME), screen, Optional.empty(), () -> 1, program::clusters, Languages.of(program, screen));
        dialogue = new Dialogue(desk);
        desk.open(desk.book().syllabus().first());
    }

    @AfterEach
    void leave() {
        desk.close();
        program.close();
    }
}
