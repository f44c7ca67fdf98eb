package quorumbook.repl.page;

import java.util.Optional;
import java.util.concurrent.Callable;

/** Takes what there is to show. Safe from any thread. */
public interface Screen {
    /** Shows a page; a long one is paged where there is someone to turn it. */
    void show(Page page);

    /** Shows text of a running program as it comes, unbuffered; control characters are made harmless. */
    void stream(Stream stream, String text);

    /** Shows something that happened by itself (a watch fired, a server died), above the line that is being typed. */
    void happened(Page page);

    /**
     * Shows what {@code pages} gives, again and again, until a key is pressed or the thread is interrupted; where nothing can
     * be written over, what is new is added below. A screen at which nobody sits shows it once.
     */
    default void follow(Callable<Page> pages) throws Exception {
        show(pages.call());
    }

    /** The phase that long work is in, in words; shown until the next phase or {@link #idle()}. */
    void busy(String phase);

    /** The long work is over. */
    void idle();

    /** Asks for one line for the running program, with that prompt; empty at the end of input or on Ctrl-C. */
    Optional<String> ask(String prompt);

    /**
     * Lets the person edit a text in a full-screen editor; empty if there is no such thing here.
     *
     * @param name shown as the title
     */
    Optional<String> edit(String name, String text);

    /** Whose words are streamed. */
    enum Stream {
        OUT,
        ERR
    }
}
