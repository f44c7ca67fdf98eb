package quorumbook.repl.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import quorumbook.labs.Lab;
import quorumbook.labs.cluster.ClusterSpec.Initially;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.Progress;
import quorumbook.lessons.LessonId;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Program;
import quorumbook.repl.grade.Examined;
import quorumbook.repl.grade.Examining;
import quorumbook.repl.grade.Jobs;
import quorumbook.repl.grade.Paper;

/** A class that hands in the same exercise, graded as we do it, against each submission on a cluster of its own. */
final class Grades implements Contest {
    private static final int LEARNERS = 300;
    private static final int LEARNERS_OF_KAFKA = 20;
    private static final int EACH_OF_THE_OTHER = 5;

    private final Program program;
    private final Book book;
    private final LessonId lesson;
    private final int learners;
    private final Figure figure;
    private long seed;

    Grades(Program program, Book book, Lab lab) {
        this.program = program;
        this.book = book;
        this.lesson = LessonId.of(lab.id().toString());
        this.learners = lab.cluster() instanceof Ensemble ? LEARNERS : LEARNERS_OF_KAFKA;
        this.figure = new Figure(
                "grade-" + lesson.name(), "a submission of " + learners, Unit.MILLISECONDS, new Goal.Ratio(1 / 20.0));
    }

    /** Whether what the learner leaves behind is all there is to judge, so that servers can be used again. */
    static boolean isOfState(Lab lab) {
        return lab.floor().waits().isEmpty()
                && lab.demands().isEmpty()
                && lab.cluster().initially() == Initially.RUNNING;
    }

    @Override
    public List<Figure> figures() {
        return List.of(figure);
    }

    @Override
    public String opponent() {
        return "the same engine with a new cluster for each, ended afterwards; both " + Jobs.here()
                + " side by side, with all starts, ends and receipts";
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
        progress.phase("a first class");
        other(wanted);
        ours(wanted);
    }

    @Override
    public Map<String, Double> ours(Set<String> wanted) throws Exception {
        return graded(learners, UnaryOperator.identity());
    }

    @Override
    public Map<String, Double> other(Set<String> wanted) throws Exception {
        return graded(EACH_OF_THE_OTHER * Jobs.here(), Wasteful::new);
    }

    private Map<String, Double> graded(int papers, UnaryOperator<Examining> own) throws Exception {
        GradedClass graded = GradedClass.of(papers(papers), program, book, own);
        return Map.of(figure.name(), figure.unit().of(graded.took().toNanos()) / papers);
    }

    private List<Paper> papers(int papers) {
        String answer = book.answer(lesson).orElseThrow();
        return IntStream.range(0, papers)
                .mapToObj(learner -> Paper.of("learner-" + learner, lesson, answer, ++seed))
                .toList();
    }

    @Override
    public void close() {
        // Each class ends what it has begun.
    }

    /** Has a new cluster for each submission. */
    private record Wasteful(Examining own) implements Examining {
        @Override
        public Examined examine(LessonId exercise, String submission, long seed) throws InterruptedException {
            return own.examineAfresh(exercise, submission, seed);
        }

        @Override
        public Examined examineAfresh(LessonId exercise, String submission, long seed) throws InterruptedException {
            return own.examineAfresh(exercise, submission, seed);
        }

        @Override
        public void close() {
            own.close();
        }
    }
}
