package quorumbook.repl.desk;

import java.util.List;
import java.util.Optional;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Status;
import quorumbook.repl.page.Suggestion;

/** What a prompt needs of the desk: the desk thinks, the prompt shows. */
public interface Conversation {
    /** The prompt to the left of the cursor, such as {@code "tree> "}. */
    String prompt();

    /** Text offered in the edit line, to be run as it is or changed (a lesson's next {@code run} block); mostly empty. */
    Optional<String> offered();

    /** Whether Enter should continue on a new line because the Java typed so far is not complete. */
    boolean isUnfinished(String input);

    /** Which highlighting the input takes. */
    Language language(String input);

    /** Does what was typed, showing on the screen that the desk was given; returns when it is done or interrupted. */
    Turn submit(String input);

    /** Stops what {@link #submit} is doing now, from another thread; nothing happens if it does nothing. */
    void interrupt();

    /** Ways to go on from the cursor; quick (an answer from the cluster comes within half a second or not at all). */
    List<Suggestion> complete(String input, int cursor);

    /** What is known of the thing under the cursor, for a second Tab. */
    Optional<Page> explain(String input, int cursor);

    /** What the status line says now; never blocks. */
    Status status();

    /** How a turn ended. */
    enum Turn {
        DONE,
        FAILED,
        LEAVE
    }

    /** What an input is written in. */
    enum Language {
        COMMAND,
        ZK,
        KAFKA,
        JAVA
    }
}
