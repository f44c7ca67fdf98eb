package quorumbook.repl.engine;

/** Where JShell's commands go. Whatever the learner's code does is in the replies; none of these throws for it. */
interface Errands {
    /** The reply to an invocation or a look at a variable; that it was stopped, when it was cut off in any way. */
    byte[] perform(byte[] command);

    /** The reply to the definition of classes. */
    byte[] load(byte[] load);

    /** Remembers an invocation that every JVM to come makes after the classes are defined. */
    void again(byte[] invocation);
}
