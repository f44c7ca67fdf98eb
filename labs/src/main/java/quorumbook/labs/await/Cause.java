package quorumbook.labs.await;

/** What a task threw that somebody waited for, out of the exception that wraps it. */
public final class Cause {
    private Cause() {}

    public static Throwable of(Exception wrapping) {
        Throwable cause = wrapping.getCause();
        return cause == null ? wrapping : cause;
    }
}
