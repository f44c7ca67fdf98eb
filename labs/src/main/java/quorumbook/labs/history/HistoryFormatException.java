package quorumbook.labs.history;

/** A file is no history; the message says which, where and why. */
public final class HistoryFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    HistoryFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
