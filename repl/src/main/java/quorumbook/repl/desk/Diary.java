package quorumbook.repl.desk;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import quorumbook.labs.Report;
import quorumbook.lessons.LessonId;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Screen;
import quorumbook.repl.page.Span;

/** Writes the learner's progress as it happens, and tells how far they have come. Says so while it cannot write. */
final class Diary {
    private final Optional<Journal> journal;
    private final Screen screen;
    private final Standing standing;
    private final Queue<Journal.Entry> unwritten = new ArrayDeque<>();
    private boolean troubled;

    private Diary(Optional<Journal> journal, Screen screen, Standing standing) {
        this.journal = journal;
        this.screen = screen;
        this.standing = standing;
    }

    /** Without a journal it remembers as long as it lives. */
    static Diary of(Optional<Journal> journal, Screen screen) {
        if (journal.isEmpty()) {
            return new Diary(journal, screen, Standing.of(java.util.List.of()));
        }
        try {
            return new Diary(journal, screen, Standing.of(journal.get().read()));
        } catch (IOException e) {
            screen.show(Page.of(
                    Span.warning("Your progress cannot be read (" + e.getMessage() + "); starting without it.")));
            return new Diary(Optional.empty(), screen, Standing.of(java.util.List.of()));
        }
    }

    Standing standing() {
        return standing;
    }

    /** A check has come to that report. */
    void checked(LessonId lesson, Report report) {
        write("checked", lesson, report.outcome().name().toLowerCase(Locale.ROOT));
        if (journal.isEmpty()) {
            return;
        }
        try {
            Histories.in(journal.get().beside("attempts")).keep(report);
        } catch (IOException e) {
            screen.happened(Page.of(Span.warning(
                    "What this check saw could not be kept (" + e.getMessage() + "). Its verdict stands.")));
        }
    }

    /** What could not be written before is written first, in its order: a disk that is full is not so for ever. */
    void write(String kind, LessonId lesson, String words) {
        Journal.Entry entry = Standing.entry(kind, lesson.toString(), words);
        standing.add(entry);
        if (journal.isEmpty()) {
            return;
        }
        unwritten.add(entry);
        try {
            while (!unwritten.isEmpty()) {
                journal.get().append(unwritten.peek());
                unwritten.remove();
            }
            if (troubled) {
                screen.happened(Page.of(Span.plain("Your progress is written again; nothing of it is lost.")));
            }
            troubled = false;
        } catch (IOException e) {
            if (!troubled) {
                screen.happened(Page.of(Span.warning("Your progress cannot be written (" + e.getMessage()
                        + "). The workbook goes on, and writes it once it can; what is not written when you leave is"
                        + " forgotten.")));
            }
            troubled = true;
        }
    }
}
