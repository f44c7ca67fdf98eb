package quorumbook.repl.terminal;

/** Reads what a person types until Enter. */
interface TypedInput {
    /** What was typed before there was a prompt; it is taken as typed now. */
    void typeAhead(String keys);

    /**
     * The input, without its line end.
     *
     * @throws org.jline.reader.UserInterruptException on Ctrl-C
     * @throws org.jline.reader.EndOfFileException on Ctrl-D, or when the terminal is gone
     */
    String read(String prompt);
}
