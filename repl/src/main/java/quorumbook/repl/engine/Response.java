package quorumbook.repl.engine;

/** What a compiler in a JVM of its own says: errands for us to run, each answered with its reply, and in the end what it was asked for. */
enum Response {
    /** An errand, see {@link Errands#perform}. */
    PERFORM,
    /** An errand, see {@link Errands#load}. */
    LOAD,
    /** An errand without a reply, see {@link Errands#again}. */
    AGAIN,
    /** What was asked for. */
    DONE,
    /** The call cannot be run: with why. */
    REFUSED,
    /** It went wrong: with why. */
    BROKEN
}
