package quorumbook.repl.engine;

import java.util.List;
import java.util.Optional;
import quorumbook.labs.program.NotRunnableException;

/** JShell, in our words, in this JVM or in one of its own. For one thread at a time. */
interface Shell extends AutoCloseable {
    /** The first snippet of a source. */
    Piece analyze(String source);

    /**
     * A source as far as its first snippet.
     *
     * @param snippet empty if there is none, or what is there is not Java
     * @param remaining what follows it
     */
    record Piece(Completeness completeness, Optional<String> snippet, String remaining) {}

    /** Takes part of what is there before anything is typed; empty if it was taken. */
    Optional<Result> preload(String source);

    /** As {@link #preload}, and again in each JVM to come. */
    Optional<Result> preloadEachTime(String source);

    /** Whether a preloaded variable is there and not replaced by one of the learner's. */
    boolean hasPreloaded(String name);

    void drop(String name);

    /**
     * Evaluates one snippet.
     *
     * @param whole all that was typed, which problems are placed in
     * @param offset where in it the snippet begins
     */
    Optional<Result> evaluate(String snippetSource, String whole, int offset);

    /**
     * Compiles one snippet and runs nothing; afterwards the session is as it was before.
     *
     * @throws NotRunnableException if the compiler does not take it
     */
    Capture capture(String source) throws NotRunnableException;

    /** What gives the learner's variables the values that they were declared with, as far as that harms nobody. */
    List<byte[]> initializers();

    /** The first method of the learner's that {@code source} mentions and that cannot run yet, in words. */
    Optional<String> unfinished(String source);

    List<Variable> variables();

    List<String> snippets();

    List<Completion> complete(String source, int cursor);

    Optional<String> documentation(String source, int cursor);

    @Override
    void close();
}
