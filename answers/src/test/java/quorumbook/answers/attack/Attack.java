package quorumbook.answers.attack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorumbook.answers.attack.Need.Degree;
import quorumbook.answers.attack.Sample.Standing;
import quorumbook.labs.Bench;
import quorumbook.labs.Check;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.Report;
import quorumbook.labs.Verdict;
import quorumbook.labs.Verdict.Outcome;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;

/** Takes each clause out of a lab's checks, both ways, and lets them judge every sample. */
public final class Attack {
    private final Lab lab;
    private final List<JudgeSources.Found> clauses;
    private final List<Judged> judged = new ArrayList<>();
    private final List<Set<String>> reaching = new ArrayList<>();
    private final Set<String> blamed = new LinkedHashSet<>();

    /** A sample with its report as it should be, and how each clause came out on the way to it. */
    private record Judged(Sample sample, Report report, List<Verdict> alone, BitSet cameOutTrue, BitSet cameOutFalse) {
        boolean cares(int clause, boolean value) {
            return (value ? cameOutFalse : cameOutTrue).get(clause);
        }

        boolean isRefusedOnlyBy(int check) {
            for (int other = 0; other < alone.size(); other++) {
                if ((alone.get(other).outcome() == Outcome.PASS) == (other == check)) {
                    return false;
                }
            }
            return true;
        }

        /** Doubts are asked only about what no answer needs. */
        boolean canSayMoreThan(Degree known) {
            return known.compareTo(sample.standing() == Standing.DOUBTFUL ? Degree.DOUBT_PASSES : Degree.WRONG_PASSES)
                    > 0;
        }
    }

    /** A clause that was always {@code value}, and who noticed. */
    public record Result(Clause clause, boolean value, Need need) {
        public String name() {
            return clause.name() + " := " + value;
        }
    }

    /** A check that said nothing, and who noticed. */
    public record WholeCheck(String check, Need need) {}

    /** A lab of which only these checks are asked. */
    private record Asked(Lab lab, List<Check> checks) implements Lab {
        @Override
        public LabId id() {
            return lab.id();
        }

        @Override
        public ClusterSpec cluster() {
            return lab.cluster();
        }

        @Override
        public Given given(long seed) {
            return lab.given(seed);
        }

        @Override
        public History trial(Bench bench) throws Exception {
            return lab.trial(bench);
        }
    }

    private Attack(Lab lab, List<JudgeSources.Found> clauses) {
        this.lab = lab;
        this.clauses = clauses;
        clauses.forEach(clause -> reaching.add(new TreeSet<>()));
    }

    /** Prepares the attack on a lab whose source lies in {@code sources}; answers and their doubts are judged once as they are. */
    public static Attack on(Lab lab, Path sources, List<Sample> answers) {
        Path folder = sources.resolve(lab.getClass().getPackageName().replace('.', '/'));
        List<JudgeSources.Found> clauses =
                JudgeSources.clauses(folder, lab.getClass().getName());
        Attack attack = new Attack(Compiled.with(clauses, folder).twin(lab), clauses);
        answers.forEach(attack::judge);
        // In another runtime an answer leaves the same doubts.
        Set<String> doubted = new HashSet<>();
        answers.stream()
                .filter(answer -> doubted.add(answer.name()))
                .forEach(answer -> Doubts.about(answer).forEach(doubt -> attack.doubt(answer, doubt)));
        return attack;
    }

    private void doubt(Sample answer, Sample doubt) {
        judge(doubt);
        List<String> failed = judged.get(judged.size() - 1).report().judged().stream()
                .filter(each -> each.verdict().outcome() == Outcome.FAIL)
                .map(each -> each.check().id())
                .toList();
        if (answer.standing() == Standing.RIGHT && !failed.isEmpty()) {
            blamed.add(doubt.name().substring(answer.name().length() + 1) + ": " + String.join(", ", failed));
        }
    }

    /** Which evidence must be missing for a right answer to fail, each with the checks that refuse it then. */
    public List<String> blamed() {
        return List.copyOf(blamed);
    }

    private void judge(Sample sample) {
        Switch.putBack();
        BitSet cameOutTrue = new BitSet();
        BitSet cameOutFalse = new BitSet();
        List<Verdict> alone = new ArrayList<>();
        for (Check check : lab.checks()) {
            Switch.forget();
            alone.add(alone(check, sample));
            BitSet came = Switch.cameOut(true);
            came.or(Switch.cameOut(false));
            came.stream().forEach(clause -> reaching.get(clause).add(check.id()));
            cameOutTrue.or(Switch.cameOut(true));
            cameOutFalse.or(Switch.cameOut(false));
        }
        judged.add(new Judged(sample, Report.of(lab, sample.history()), alone, cameOutTrue, cameOutFalse));
    }

    /** What a check says whose turn it would not be, since one that it needs does not hold. */
    private Verdict alone(Check check, Sample sample) {
        Check asked = Check.check(check.id(), check.claim(), check.judge());
        return report(List.of(asked), sample).judged().get(0).verdict();
    }

    private Report report(List<Check> checks, Sample sample) {
        return Report.of(new Asked(lab, checks), sample.history());
    }

    /** Checks that never come to the clause say what they have said before. */
    private Report reportWithout(int clause, Judged due) {
        List<Check> checks = new ArrayList<>();
        for (Check check : lab.checks()) {
            Verdict before = due.alone().get(checks.size());
            checks.add(reaching.get(clause).contains(check.id()) ? check : check.judgedBy(history -> before));
        }
        return report(checks, due.sample());
    }

    /** How many histories are asked. */
    public int samples() {
        return judged.size();
    }

    /** Every clause, taken out both ways. */
    public List<Result> clauses() {
        List<Result> results = new ArrayList<>();
        for (int clause = 0; clause < clauses.size(); clause++) {
            for (boolean value : new boolean[] {true, false}) {
                results.add(new Result(clauses.get(clause).clause(), value, without(clause, value)));
            }
        }
        return results;
    }

    private Need without(int clause, boolean value) {
        Need worst = Need.none(reaching.get(clause));
        Switch.take(clause, value);
        try {
            for (Judged each : judged) {
                if (each.cares(clause, value) && each.canSayMoreThan(worst.degree())) {
                    Need need = difference(each, reportWithout(clause, each));
                    if (need.degree() == Degree.SURVIVED && worst.degree() == Degree.SURVIVED) {
                        need = differenceAlone(clause, each);
                    }
                    worst = need.compareTo(worst) < 0 ? need : worst;
                }
            }
        } finally {
            Switch.putBack();
        }
        return worst;
    }

    /** Every check, left out: who passes all the others? */
    public List<WholeCheck> checks() {
        List<WholeCheck> results = new ArrayList<>();
        for (int check = 0; check < lab.checks().size(); check++) {
            String id = lab.checks().get(check).id();
            int left = check;
            Need need = judged.stream()
                    .filter(each -> each.sample().standing() == Standing.WRONG && each.isRefusedOnlyBy(left))
                    .findFirst()
                    .map(each -> new Need(Degree.WRONG_PASSES, each.sample().name(), Set.of(id)))
                    .orElse(Need.none(Set.of(id)));
            results.add(new WholeCheck(id, need));
        }
        return results;
    }

    private static Need difference(Judged due, Report now) {
        Set<String> changed = new TreeSet<>();
        boolean escaped = false;
        boolean otherwise = false;
        for (int each = 0; each < now.judged().size(); each++) {
            Verdict was = due.report().judged().get(each).verdict();
            Verdict is = now.judged().get(each).verdict();
            if (!was.equals(is)) {
                changed.add(now.judged().get(each).check().id());
                otherwise |= was.outcome() != is.outcome();
                escaped |= was.outcome() == Outcome.FAIL
                        && (is.outcome() == Outcome.PASS || is.outcome() == Outcome.UNKNOWN);
            }
        }
        if (changed.isEmpty()) {
            return Need.none(Set.of());
        }
        return new Need(
                otherwise ? degree(due, now.outcome(), escaped) : Degree.WORDS,
                due.sample().name(),
                changed);
    }

    private Need differenceAlone(int clause, Judged due) {
        List<Check> checks = lab.checks();
        for (int each = 0; each < checks.size(); each++) {
            if (!reaching.get(clause).contains(checks.get(each).id())) {
                continue;
            }
            Verdict was = due.alone().get(each);
            Verdict is = alone(checks.get(each), due.sample());
            if (!was.equals(is)) {
                Degree degree = was.outcome() == is.outcome() ? Degree.WORDS_ALONE : Degree.ALONE;
                return new Need(
                        degree, due.sample().name(), Set.of(checks.get(each).id()));
            }
        }
        return Need.none(Set.of());
    }

    private static Degree degree(Judged due, Outcome now, boolean escaped) {
        Outcome before = due.report().outcome();
        return switch (due.sample().standing()) {
            case WRONG -> now == Outcome.PASS ? Degree.WRONG_PASSES : escaped ? Degree.WRONG_ESCAPES : Degree.OTHERWISE;
            case RIGHT -> now == Outcome.FAIL ? Degree.RIGHT_REFUSED : Degree.RIGHT_UNKNOWN;
            case DOUBTFUL ->
                now == before
                        ? Degree.OTHERWISE
                        : now == Outcome.PASS
                                ? Degree.DOUBT_PASSES
                                : now == Outcome.FAIL ? Degree.DOUBT_BLAMED : Degree.OTHERWISE;
        };
    }
}
