package quorumbook.labs.program;

/** What the learner has defined cannot be called so; the message is a clause without full stop, for the learner. */
public final class NotRunnableException extends Exception {
    private static final long serialVersionUID = 1L;

    public NotRunnableException(String message) {
        super(message);
    }
}
