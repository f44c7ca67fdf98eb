package quorumbook.repl.command;

import java.util.List;
import quorumbook.repl.desk.Desk;

/** A workbook command, typed as {@code /name}. */
public interface Command {
    /** Without the slash. */
    String name();

    /** How it is typed: {@code /kill NODE…}. */
    String usage();

    /** What it does, in half a line. */
    String about();

    /** What {@code /help name} says beyond {@link #about()}; Markdown, may be empty. */
    default String more() {
        return "";
    }

    /** What the word that is being typed could become; {@code before} are the words that are finished. */
    default List<String> choices(Desk desk, Words before) {
        return List.of();
    }

    /** Whether a submission needs it: what moves the cluster or seals an answer does, what only looks does not. */
    default boolean isPartOfSubmission() {
        return false;
    }

    Reply run(Desk desk, Words words) throws Exception;
}
