package quorumbook.repl.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import quorumbook.lessons.LessonId;
import quorumbook.repl.desk.Book;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.AttemptResult.Blame;
import quorumbook.repl.result.Engine;
import quorumbook.repl.result.Outcome;

class GradingTest {
    private static final Engine ENGINE = new Engine("0", "3", "4", "3", "processes", "none", "17");
    private static final Results RESULTS = new Results(Book.in(Path.of("..")), ENGINE, Clock.systemUTC());

    private final Pretended pretended = new Pretended();

    @Test
    void judgesEveryPaperOnce() throws Exception {
        List<AttemptResult> results = grade(2, paper("ana", "right"), paper("ben", "wrong"), paper("cleo", "right"));

        assertThat(results).hasSize(3);
        assertThat(pretended.examined).hasSize(3);
        assertThat(VerdictTable.csv(results))
                .contains("ana,zookeeper/tree,pass,")
                .contains("ben,zookeeper/tree,fail,");
    }

    @Test
    void triesAnUnknownOnceMoreOnAClusterThatNobodyHasUsed() throws Exception {
        AttemptResult result = grade(1, paper("ana", "unclear-once")).get(0);

        assertThat(pretended.examined)
                .containsExactly("zookeeper/tree unclear-once clean", "zookeeper/tree unclear-once fresh");
        assertThat(result.verdict()).isEqualTo(Outcome.PASS);
        assertThat(result.again()).isTrue();
    }

    @Test
    void reportsWhatStaysUnknownAndChargesNobody() throws Exception {
        AttemptResult result = grade(1, paper("ana", "unclear")).get(0);

        assertThat(pretended.examined).hasSize(2);
        assertThat(result.verdict()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result.blame()).isEqualTo(Blame.NOBODY);
    }

    @Test
    void saysThatTroubleOfOursIsOurs() throws Exception {
        AttemptResult result = grade(1, paper("ana", "breaks-us")).get(0);

        assertThat(result.verdict()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result.blame()).isEqualTo(Blame.INFRASTRUCTURE);
        assertThat(result.trouble()).contains("No cluster could be started.");
    }

    @Test
    void replacesAnExaminerThatDies() throws Exception {
        List<AttemptResult> results = grade(1, paper("ana", "kills-us"), paper("ben", "right"));

        assertThat(pretended.hired).isEqualTo(3);
        assertThat(pretended.closed).isEqualTo(3);
        assertThat(outcomes(results)).containsExactlyInAnyOrder(Outcome.UNKNOWN, Outcome.PASS);
    }

    @Test
    void givesUpAnExaminerThatDoesNotComeBack() throws Exception {
        List<AttemptResult> results = grading(Duration.ofMillis(50))
                .grade(List.of(paper("ana", "hangs"), paper("ben", "right")), 1, this::shape);

        assertThat(outcomes(results)).containsExactlyInAnyOrder(Outcome.UNKNOWN, Outcome.PASS);
    }

    @Test
    void doesNotDoTwiceWhatAnEarlierRunHasDone() throws Exception {
        grade(1, paper("ana", "right"), paper("ben", "wrong"));

        List<AttemptResult> results = grade(1, paper("ana", "right"), paper("ben", "wrong"), paper("cleo", "right"));

        assertThat(pretended.examined).hasSize(3);
        assertThat(results).hasSize(3);
        assertThat(pretended.courses)
                .last()
                .satisfies(course -> assertThat(course.earlier()).isEqualTo(2));
    }

    @Test
    void judgesAgainWhatHasChangedSince() throws Exception {
        grade(1, paper("ana", "wrong"));

        assertThat(outcomes(grade(1, paper("ana", "right")))).containsExactly(Outcome.PASS);
    }

    @Test
    void keepsWhatWasDoneAndNothingElseWhenItIsStopped() throws Exception {
        Grading grading = grading(Duration.ofMinutes(1));
        var thread = Executors.newSingleThreadExecutor();
        Future<List<AttemptResult>> results = thread.submit(
                () -> grading.grade(List.of(paper("ana", "right"), paper("ben", "hangs")), 1, this::shape));
        pretended.hanging.await();
        grading.stop();

        assertThat(results.get()).extracting(AttemptResult::learner).containsExactly("ana");
        assertThat(pretended.kept).hasSize(1);
        assertThat(pretended.closed).isEqualTo(pretended.hired);
        thread.shutdown();
    }

    @Test
    void endsWhereVerdictsCannotBeKept() {
        Grading.Ledger full = new Grading.Ledger() {
            @Override
            public Optional<AttemptResult> finished(Paper paper) {
                return Optional.empty();
            }

            @Override
            public void keep(AttemptResult result, Paper paper, Optional<Examined> examined) throws IOException {
                throw new IOException("No space left.");
            }
        };
        Grading grading = new Grading(full, RESULTS, pretended::hire, Duration.ofMinutes(1), pretended);

        assertThatThrownBy(() -> grading.grade(List.of(paper("ana", "right")), 1, this::shape))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left.");
    }

    @Test
    void saysSoWhenWhoJudgesBreaksDownRatherThanLeaveOutWhatIsLeft() {
        Grading.Ledger broken = new Grading.Ledger() {
            @Override
            public Optional<AttemptResult> finished(Paper paper) {
                return Optional.empty();
            }

            @Override
            public void keep(AttemptResult result, Paper paper, Optional<Examined> examined) {
                throw new IllegalArgumentException("pretended");
            }
        };
        Grading grading = new Grading(broken, RESULTS, pretended::hire, Duration.ofMinutes(1), pretended);

        assertThatThrownBy(() -> grading.grade(List.of(paper("ana", "right"), paper("ben", "right")), 1, this::shape))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pretended");
        assertThat(pretended.closed).isEqualTo(pretended.hired);
    }

    @Test
    void comesToTheSameTableInWhateverOrderByHoweverMany() throws Exception {
        List<Paper> papers = new ArrayList<>();
        for (int learner = 0; learner < 20; learner++) {
            papers.add(paper("learner-" + learner, learner % 3 == 0 ? "wrong" : "right"));
        }
        String first = VerdictTable.csv(new GradingTest().grade(1, papers.toArray(Paper[]::new)));
        Collections.reverse(papers);

        assertThat(VerdictTable.csv(new GradingTest().grade(3, papers.toArray(Paper[]::new))))
                .isEqualTo(first);
    }

    @Test
    void givesUpWhereNoServersCanBeHadForSeveralInARowAndKeepsWhatWasJudged() throws Exception {
        Grading grading = grading(Duration.ofMinutes(1));

        List<AttemptResult> results = grading.grade(
                List.of(
                        paper("ana", "right"),
                        paper("ben", "has-no-servers"),
                        paper("cleo", "has-no-servers"),
                        paper("dora", "has-no-servers"),
                        paper("emil", "right")),
                1,
                this::shape);

        assertThat(grading.standstill()).contains("No server starts.");
        assertThat(grading.wasStopped()).isFalse();
        assertThat(results).extracting(AttemptResult::learner).containsExactly("ana", "ben", "cleo", "dora");
        assertThat(pretended.kept).hasSize(4);
        assertThat(pretended.closed).isEqualTo(pretended.hired);
    }

    @Test
    void addsUpWhatTheTimeWentInto() throws Exception {
        Grading grading = grading(Duration.ofMinutes(1));

        grading.grade(List.of(paper("ana", "right"), paper("ben", "unclear")), 2, this::shape);

        assertThat(grading.spent().times().get(Stage.CHECKS)).isEqualTo(Duration.ofMillis(9));
        assertThat(grading.spent().times()).containsKey(Stage.RECEIPT);
    }

    @Test
    void goesOnWhileOthersAreServed() throws Exception {
        Grading grading = grading(Duration.ofMinutes(1));
        WorkList.Shapes shapes = paper -> new WorkList.Shape(paper.text(), false);

        List<AttemptResult> results = grading.grade(
                List.of(
                        paper("ana", "has-no-servers"),
                        paper("ben", "has-no-servers"),
                        paper("cleo", "right"),
                        paper("dora", "wrong"),
                        paper("emil", "breaks-us")),
                1,
                shapes);

        assertThat(grading.standstill()).isEmpty();
        assertThat(results).hasSize(5);
        assertThat(pretended.examined).first().isEqualTo("zookeeper/tree has-no-servers clean");
        assertThat(pretended.examined).last().isEqualTo("zookeeper/tree has-no-servers fresh");
    }

    private List<AttemptResult> grade(int jobs, Paper... papers) throws Exception {
        return grading(Duration.ofMinutes(1)).grade(List.of(papers), jobs, this::shape);
    }

    private Grading grading(Duration patience) {
        return new Grading(pretended, RESULTS, pretended::hire, patience, pretended);
    }

    private WorkList.Shape shape(Paper paper) {
        return new WorkList.Shape(paper.exercise().track(), false);
    }

    private static List<Outcome> outcomes(List<AttemptResult> results) {
        return results.stream().map(AttemptResult::verdict).toList();
    }

    private static Paper paper(String learner, String text) {
        return new Paper(learner, LessonId.of("zookeeper/tree"), text, text, Paper.seed(1, learner, "zookeeper/tree"));
    }
}
