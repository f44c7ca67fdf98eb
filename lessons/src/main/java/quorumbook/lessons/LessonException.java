package quorumbook.lessons;

/** The text of the workbook is missing or broken; the message says where and what to do. Never the learner's fault. */
public final class LessonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LessonException(String message) {
        super(message);
    }

    public LessonException(String message, Throwable cause) {
        super(message, cause);
    }
}
