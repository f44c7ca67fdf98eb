package quorumbook.repl.rubric;

/** A rubric says something that cannot be meant; the message begins with file and line. */
public final class RubricException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    RubricException(String message) {
        super(message);
    }
}
