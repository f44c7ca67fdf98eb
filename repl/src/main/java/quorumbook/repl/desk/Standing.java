package quorumbook.repl.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far the learner has come: the journal, folded. */
public final class Standing {
    private final Map<String, Lesson> lessons = new LinkedHashMap<>();
    private Optional<String> latest = Optional.empty();

    /** How far one lesson has come. */
    public record Lesson(int step, long seed, Mark mark, int tries, int hints) {
        private static Lesson untouched() {
            return new Lesson(0, 0, Mark.OPENED, 0, 0);
        }
    }

    /** The best that a lesson has come to. */
    public enum Mark {
        OPENED,
        TRIED,
        SKIPPED,
        PASSED
    }

    public static Standing of(List<Journal.Entry> entries) {
        Standing standing = new Standing();
        entries.forEach(standing::add);
        return standing;
    }

    /** The lesson that was open last. */
    public Optional<String> latest() {
        return latest;
    }

    public Optional<Lesson> lesson(String id) {
        return Optional.ofNullable(lessons.get(id));
    }

    /** When this happens: an entry of now, with no words. */
    static Journal.Entry entry(String kind, String lesson, String words) {
        return new Journal.Entry(Instant.now(), kind, lesson, words);
    }

    void add(Journal.Entry entry) {
        Lesson was = lessons.getOrDefault(entry.lesson(), Lesson.untouched());
        lessons.put(entry.lesson(), after(was, entry));
        latest = Optional.of(entry.lesson());
    }

    private static Lesson after(Lesson was, Journal.Entry entry) {
        switch (entry.kind()) {
            case "opened":
                return new Lesson(was.step, number(entry.words(), was.seed), was.mark, was.tries, was.hints);
            case "step":
                return new Lesson((int) number(entry.words(), was.step), was.seed, was.mark, was.tries, was.hints);
            case "checked":
                Mark mark = entry.words().startsWith("pass") ? Mark.PASSED : better(was.mark, Mark.TRIED);
                return new Lesson(was.step, was.seed, mark, was.tries + 1, was.hints);
            case "skipped":
                return new Lesson(was.step, was.seed, better(was.mark, Mark.SKIPPED), was.tries, was.hints);
            case "hint":
                return new Lesson(was.step, was.seed, was.mark, was.tries, was.hints + 1);
            default:
                return was;
        }
    }

    private static Mark better(Mark one, Mark other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static long number(String words, long otherwise) {
        try {
            return Long.parseLong(words.trim());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
