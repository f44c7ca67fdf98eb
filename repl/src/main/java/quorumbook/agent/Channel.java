package quorumbook.agent;

/** What a frame carries; the first byte of each frame is the ordinal. */
public enum Channel {
    /** To the agent: an {@link Op} with its operands. One at a time, each answered by one {@link #REPLY}. */
    COMMAND,
    /** To the agent: a line for whoever reads standard input; an empty payload is the end of input. */
    INPUT,
    /** To the agent: stop what runs now. */
    STOP,
    /** To the agent: whoever was told the report of that number has taken it in. */
    HEARD,
    /** From the agent: an {@link Answer} with its details. */
    REPLY,
    /** From the agent: bytes printed on standard output. */
    OUT,
    /** From the agent: bytes printed on standard error. */
    ERR,
    /** From the agent: somebody reads standard input and nothing is there. */
    ASK,
    /** From the agent: a sentence on something that happened by itself. */
    EVENT,
    /** From the agent: what the learner's code reports, a number, what and value; it waits for {@link #HEARD}. */
    REPORT,
    /** From the agent: the JVM is shutting down in good order. */
    LEAVING,
    /** Both ways: a {@link Passage}, which carries the connections of a JVM that has no network. */
    PASSAGE
}
