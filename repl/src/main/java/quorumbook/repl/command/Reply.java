package quorumbook.repl.command;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import quorumbook.repl.desk.Conversation.Turn;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/**
 * What a command comes to: a page, whether it was done, failed, or means to leave, and perhaps scripts to be run next as
 * if they had been typed.
 */
public record Reply(Page page, Turn turn, Optional<Scripts> scripts) {
    /** Scripts that come one after the other, each asked for when the one before has ended. */
    @FunctionalInterface
    public interface Scripts {
        /** Waits for the next; empty if there is no other. */
        Optional<String> next() throws Exception;
    }

    public static Reply done(Page page) {
        return new Reply(page, Turn.DONE, Optional.empty());
    }

    public static Reply failed(Page page) {
        return new Reply(page, Turn.FAILED, Optional.empty());
    }

    /** The command could not be done, and what to do next, in one or two sentences. */
    public static Reply refused(String sentence) {
        return failed(Page.of(Span.bad(sentence)));
    }

    public static Reply leave(Page page) {
        return new Reply(page, Turn.LEAVE, Optional.empty());
    }

    /** What the script comes to is what the command comes to. */
    public static Reply run(String script) {
        Iterator<String> once = List.of(script).iterator();
        return runAll(() -> once.hasNext() ? Optional.of(once.next()) : Optional.empty());
    }

    /** What the last script comes to is what the command comes to. */
    static Reply runAll(Scripts scripts) {
        return new Reply(Page.empty(), Turn.DONE, Optional.of(scripts));
    }
}
