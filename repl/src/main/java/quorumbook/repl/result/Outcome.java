package quorumbook.repl.result;

/** The four words; in the files they are written in lower case. */
public enum Outcome {
    PASS,
    FAIL,
    UNKNOWN,
    SKIPPED
}
