package quorumbook.repl.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import quorumbook.labs.LabId;
import quorumbook.labs.Report;
import quorumbook.labs.Verdict;
import quorumbook.labs.catalogue.Catalogue;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.lessons.LessonId;
import quorumbook.repl.result.AttemptResult;

/** A class and its examiners without a server: each text says what becomes of it. */
final class Pretended implements Grading.Ledger, Grading.Watcher {
    final List<String> examined = Collections.synchronizedList(new ArrayList<>());
    final Map<String, AttemptResult> kept = Collections.synchronizedMap(new HashMap<>());
    final List<AttemptResult> told = Collections.synchronizedList(new ArrayList<>());
    final List<Course> courses = Collections.synchronizedList(new ArrayList<>());
    final CountDownLatch hanging = new CountDownLatch(1);
    int hired;
    int closed;

    synchronized Examining hire() {
        hired++;
        return new Pretender();
    }

    private final class Pretender implements Examining {
        @Override
        public Examined examine(LessonId exercise, String submission, long seed) throws InterruptedException {
            return judged(exercise, submission, seed, "clean");
        }

        @Override
        public Examined examineAfresh(LessonId exercise, String submission, long seed) throws InterruptedException {
            return judged(exercise, submission, seed, "fresh");
        }

        private Examined judged(LessonId exercise, String text, long seed, String ground) throws InterruptedException {
            examined.add(exercise + " " + text + " " + ground);
            Verdict verdict = switch (text) {
                case "right" -> Verdict.pass("it is there");
                case "wrong" -> Verdict.fail("one", "none", "zk ls /");
                case "unclear" -> Verdict.unknown("nobody answered", "again");
                case "unclear-once" ->
                    ground.equals("fresh") ? Verdict.pass("it is there") : Verdict.unknown("why", "again");
                case "has-no-servers" -> throw new NoServersException(new ClusterException("No server starts."));
                case "breaks-us" -> throw new ClusterException("No cluster could be started.");
                case "kills-us" -> throw new OutOfMemoryError("pretended");
                case "hangs" -> {
                    hanging.countDown();
                    new CountDownLatch(1).await();
                    yield Verdict.pass("never");
                }
                default -> throw new IllegalArgumentException(text);
            };
            LabId lab = LabId.of(exercise.toString());
            Report report = new Report(
                    lab,
                    seed,
                    Catalogue.of(lab).checks().stream()
                            .map(check -> new Report.Judged(check, verdict))
                            .toList(),
                    new History(new Given(seed, Map.of()), List.of()));
            return new Examined(
                    report,
                    "",
                    List.of(),
                    Duration.ofMillis(5),
                    Spent.nothing().and(Stage.CHECKS, Duration.ofMillis(3)),
                    Map.of());
        }

        @Override
        public void close() {
            synchronized (Pretended.this) {
                closed++;
            }
        }
    }

    @Override
    public Optional<AttemptResult> finished(Paper paper) {
        return Optional.ofNullable(kept.get(key(paper)));
    }

    @Override
    public void keep(AttemptResult result, Paper paper, Optional<Examined> seen) {
        kept.put(key(paper), result);
    }

    private static String key(Paper paper) {
        return paper.learner() + " " + paper.exercise() + " " + paper.sha256() + " " + paper.seed();
    }

    @Override
    public void went(Course course) {
        courses.add(course);
    }

    @Override
    public void judged(AttemptResult result) {
        told.add(result);
    }
}
