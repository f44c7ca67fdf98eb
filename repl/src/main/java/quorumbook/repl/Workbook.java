package quorumbook.repl;

import java.util.Optional;
import quorumbook.labs.cluster.RuntimeChoice;
import quorumbook.repl.command.Dialogue;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.desk.Journal;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.desk.Places;
import quorumbook.repl.desk.Program;

/** One sitting at the prompt, from the first screen to the last. */
final class Workbook {
    private Workbook() {}

    static int open(RuntimeChoice choice) {
        Places places = Places.ofThisUser();
        throw new UnsupportedOperationException(places.toString() + choice + Optional.empty());
    }
}
