package quorumbook.repl.engine;

/** What a compiler in a JVM of its own is asked, each the method of {@link Shell} of that name. */
enum Request {
    /** A new session: class path, a count, compiler options. */
    OPEN,
    ANALYZE,
    PRELOAD,
    PRELOAD_EACH_TIME,
    HAS_PRELOADED,
    DROP,
    EVALUATE,
    CAPTURE,
    INITIALIZERS,
    UNFINISHED,
    VARIABLES,
    SNIPPETS,
    CLOSE
}
