package quorumbook.repl.grade;

import quorumbook.lessons.LessonId;

/** Judges one submission after the other. One caller at a time. */
public interface Examining extends AutoCloseable {
    /** On a cluster that is proved clean, or a new one, with the values of {@code seed}. */
    Examined examine(LessonId exercise, String submission, long seed) throws InterruptedException;

    /** On a cluster that nobody has used. */
    Examined examineAfresh(LessonId exercise, String submission, long seed) throws InterruptedException;

    /** Ends what it has started. */
    @Override
    void close();
}
