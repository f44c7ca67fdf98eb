package quorumbook.repl.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quorumbook.repl.result.Outcome.FAIL;
import static quorumbook.repl.result.Outcome.PASS;
import static quorumbook.repl.result.Outcome.UNKNOWN;
import static quorumbook.repl.rubric.Attempts.check;
import static quorumbook.repl.rubric.Attempts.waiting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.AttemptResult.Blame;

class RubricTest {
    private static final Rubric PLAIN = Rubric.plain(Map.of());
    private static final Declared LOCK = new Declared(List.of("kept", "a", "b"), Set.of("kept"));
    private static final Rubric WITH_SAFETY = Rubric.plain(Map.of("zookeeper/lock", LOCK));

    @Test
    void theUntouchedLabEarnsNothing() {
        Points points = WITH_SAFETY.score(Attempts.of(check("kept", PASS), check("a", FAIL), waiting("b", "a")));

        assertThat(points.earned()).isEqualTo(of("0.00"));
        assertThat(points.checks()).extracting(CheckPoints::max).containsExactly(of("0.00"), of("5.00"), of("5.00"));
        assertThat(points.checks()).extracting(CheckPoints::safety).containsExactly(true, false, false);
        assertThat(points.areOpen()).isFalse();
    }

    @Test
    void whoReachesAllAndBreaksNothingEarnsAll() {
        Points points = WITH_SAFETY.score(Attempts.of(check("kept", PASS), check("a", PASS), check("b", PASS)));

        assertThat(points.earned()).isEqualTo(of("10.00"));
        assertThat(points.capped()).isEmpty();
    }

    @Test
    void whoReachesAllAndBreaksWhatHeldIsCapped() {
        Points points = WITH_SAFETY.score(Attempts.of(check("kept", FAIL), check("a", PASS), check("b", PASS)));

        assertThat(points.earned()).isEqualTo(of("0.00"));
        assertThat(points.capped())
                .hasValueSatisfying(why ->
                        assertThat(why).contains("at most 0.00 of 10.00 points").contains("'kept'"));
    }

    @Test
    void anExerciseOfNothingButSafetyIsNone() {
        assertThatThrownBy(() -> new Declared(List.of("kept"), Set.of("kept")))
                .hasMessageContaining("not all are about safety");
    }

    @Test
    void anExerciseIsTenPointsInEqualSharesThatAddUp() {
        Points points = PLAIN.score(Attempts.of(check("a", PASS), check("b", PASS), check("c", FAIL)));

        assertThat(points.checks()).extracting(CheckPoints::max).containsExactly(of("3.33"), of("3.34"), of("3.33"));
        assertThat(points.earned()).isEqualTo(of("6.67"));
        assertThat(points.max()).isEqualTo(of("10.00"));
        assertThat(points.open()).isEqualTo(of("0.00"));
        assertThat(points.capped()).isEmpty();
    }

    @Test
    void sharesThatAddUpToThePointsArePoints() {
        Points points = rubric("6", Map.of("a", share("3"), "b", share("2")))
                .score(Attempts.of(check("a", PASS), check("b", FAIL), check("c", PASS)));

        assertThat(points.checks()).extracting(CheckPoints::max).containsExactly(of("3.00"), of("2.00"), of("1.00"));
        assertThat(points.earned()).isEqualTo(of("4.00"));
    }

    @Test
    void aFailedSafetyCheckCapsTheExerciseAndCutsItsChecksInProportion() {
        AttemptResult result = Attempts.of(check("a", PASS), check("b", PASS), check("safe", FAIL));

        Points points = rubric("10", Map.of("safe", safety("0.25"))).score(result);

        assertThat(points.earned()).isEqualTo(of("2.50"));
        assertThat(points.checks()).extracting(CheckPoints::earned).containsExactly(of("1.25"), of("1.25"), of("0.00"));
        assertThat(points.capped())
                .hasValueSatisfying(why ->
                        assertThat(why).contains("at most 2.50 of 10.00 points").contains("'safe'"));
    }

    @Test
    void theLowestCapCounts() {
        AttemptResult result = Attempts.of(check("a", PASS), check("safe", FAIL), check("safer", FAIL));

        Points points =
                rubric("9", Map.of("safe", safety("0.5"), "safer", safety("0"))).score(result);

        assertThat(points.earned()).isEqualTo(of("0.00"));
    }

    @Test
    void aCapTakesNothingFromWhoEarnedLess() {
        Points points = rubric("10", Map.of("safe", safety("0.5")))
                .score(Attempts.of(check("a", PASS), check("b", FAIL), check("safe", FAIL)));

        assertThat(points.earned()).isEqualTo(of("3.33"));
        assertThat(points.capped()).isEmpty();
    }

    @Test
    void aSafetyCheckThatNobodyCouldJudgeCapsNothing() {
        Points points =
                rubric("10", Map.of("safe", safety("0"))).score(Attempts.of(check("a", PASS), check("safe", UNKNOWN)));

        assertThat(points.earned()).isEqualTo(of("5.00"));
        assertThat(points.open()).isEqualTo(of("5.00"));
    }

    @Test
    void whatCouldNotBeJudgedIsOpenAndSoIsWhatWaitedForIt() {
        Points points = PLAIN.score(Attempts.of(
                check("a", UNKNOWN), waiting("b", "a"), waiting("c", "b"), check("d", FAIL), waiting("e", "d")));

        assertThat(points.checks()).extracting(CheckPoints::open).containsExactly(true, true, true, false, false);
        assertThat(points.earned()).isEqualTo(of("0.00"));
        assertThat(points.open()).isEqualTo(of("6.00"));
        assertThat(points.areOpen()).isTrue();
    }

    @Test
    void waitingInACircleIsOpen() {
        Points points = PLAIN.score(Attempts.of(waiting("a", "b"), waiting("b", "a")));

        assertThat(points.open()).isEqualTo(of("10.00"));
    }

    @Test
    void ourOwnTroubleLeavesAllOpen() {
        Points points = PLAIN.score(Attempts.of(4, Optional.of("no engine"), Blame.INFRASTRUCTURE));

        assertThat(points.earned()).isEqualTo(of("0.00"));
        assertThat(points.open()).isEqualTo(of("10.00"));
        assertThat(points.max()).isEqualTo(of("10.00"));
        assertThat(points.rest()).isEqualTo(of("10.00"));
    }

    @Test
    void whatWasNotHandedInIsNotOpen() {
        Points points = PLAIN.score(Attempts.of(4, Optional.of("no file"), Blame.LEARNER));

        assertThat(points.earned()).isEqualTo(of("0.00"));
        assertThat(points.areOpen()).isFalse();
        assertThat(points.max()).isEqualTo(of("10.00"));
    }

    @Test
    void checksThatAreMissingKeepTheirShareOpen() {
        Points points = rubric("10", Map.of("c", share("3")))
                .score(Attempts.of(4, Optional.empty(), Blame.NOBODY, check("a", PASS), check("b", FAIL)));

        // a, b, c three times, and one more that nothing is known of
        assertThat(points.checks()).extracting(CheckPoints::max).containsExactly(of("1.67"), of("1.66"));
        assertThat(points.rest()).isEqualTo(of("6.67"));
        assertThat(points.open()).isEqualTo(of("6.67"));
    }

    @Test
    void rowsAndSumsAgreeWhateverTheVerdicts() {
        Rubric rubric = rubric("7", Map.of("a", share("2"), "b", safety("0.33")));
        for (var a : quorumbook.repl.result.Outcome.values()) {
            for (var b : quorumbook.repl.result.Outcome.values()) {
                Points points = rubric.score(
                        Attempts.of(4, Optional.empty(), Blame.NOBODY, check("a", a), check("b", b), check("c", PASS)));

                assertThat(sum(points.checks().stream().map(CheckPoints::earned).toList()))
                        .isEqualTo(points.earned());
                assertThat(sum(points.checks().stream().map(CheckPoints::max).toList())
                                .add(points.rest()))
                        .isEqualTo(points.max());
                assertThat(points.earned().add(points.open())).isLessThanOrEqualTo(points.max());
            }
        }
    }

    private static Rubric rubric(String points, Map<String, Worth.Share> checks) {
        return new Rubric(Worth.DEFAULT, Map.of("zookeeper/lock", new Worth(new BigDecimal(points), checks)));
    }

    private static Worth.Share share(String shares) {
        return new Worth.Share(new BigDecimal(shares), false, BigDecimal.ZERO);
    }

    private static Worth.Share safety(String cap) {
        return new Worth.Share(BigDecimal.ONE, true, new BigDecimal(cap));
    }

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
