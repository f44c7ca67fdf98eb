package quorumbook.repl.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorumbook.labs.Lab;
import quorumbook.labs.Verdict.Outcome;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Progress;
import quorumbook.lessons.LessonId;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.desk.Program;
import quorumbook.repl.grade.Examined;
import quorumbook.repl.grade.Examiner;
import quorumbook.repl.grade.Limits;

/** A submission judged on a cluster that was cleaned after the one before, against each on a cluster of its own. */
final class Grades implements Contest {
    private static final int EACH = 10;

    private final Program program;
    private final Book book;
    private final LessonId lesson;
    private final Figure figure;
    private Optional<Examiner> examiner = Optional.empty();
    private long seed;

    Grades(Program program, Book book, Lab lab) {
        this.program = program;
        this.book = book;
        this.lesson = LessonId.of(lab.id().toString());
        this.figure =
                new Figure("grade-" + lesson.name(), "a submission graded", Unit.SECONDS, new Goal.Ratio(1 / 20.0));
    }

    @Override
    public List<Figure> figures() {
        return List.of(figure);
    }

    @Override
    public String opponent() {
        return "the same on a new cluster each; mean of " + EACH + " submissions a run";
    }

    @Override
    public Optional<String> hindrance() {
        return book.answer(lesson).isPresent()
                ? Optional.empty()
                : Optional.of("needs an answer to submit, and no answers are installed beside the program");
    }

    @Override
    public void prepare(Set<String> wanted, Progress progress) throws Exception {
        progress.phase("making class-data archives where there are none, which takes a minute");
        program.chosen().backend().warm(program.run());
        examiner = Optional.of(Examiner.at(
                program.station(), book, (station, screen) -> Languages.of(program, station, screen), Limits.usual()));
        progress.phase("a first submission");
        other(wanted);
        ours(wanted);
    }

    @Override
    public Map<String, Double> ours(Set<String> wanted) throws Exception {
        long begun = System.nanoTime();
        for (int i = 0; i < EACH; i++) {
            passed(examiner.orElseThrow().examine(lesson, book.answer(lesson).orElseThrow(), ++seed));
        }
        return Map.of(figure.name(), figure.unit().of(System.nanoTime() - begun) / EACH);
    }

    @Override
    public Map<String, Double> other(Set<String> wanted) throws Exception {
        long begun = System.nanoTime();
        passed(examiner.orElseThrow().examineAfresh(lesson, book.answer(lesson).orElseThrow(), ++seed));
        return Map.of(figure.name(), figure.unit().of(System.nanoTime() - begun));
    }

    private static void passed(Examined examined) {
        if (examined.report().outcome() != Outcome.PASS) {
            throw new ClusterException("our answer came to " + examined.report().outcome());
        }
    }

    @Override
    public void close() {
        examiner.ifPresent(Examiner::close);
    }
}
