package quorumbook.repl.engine;

import java.util.Optional;

/**
 * Where a running program's words go, and where its input comes from. Called from threads of the engine, while
 * {@code evaluate} waits; {@link #line} may wait and is interrupted when the program is.
 */
public interface Output {
    /** Printed on standard output; any piece of text, not whole lines. */
    void out(String text);

    /** Printed on standard error. */
    void err(String text);

    /** The line that a program reading its standard input gets; empty ends that input. */
    Optional<String> line(String prompt);

    /** Something that happened by itself, such as a watch that fired; at any time. */
    void event(String sentence);
}
