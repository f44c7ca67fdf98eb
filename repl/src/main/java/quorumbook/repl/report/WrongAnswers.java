package quorumbook.repl.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quorumbook.repl.report.KnownMistakes.Mistake;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.CheckResult;
import quorumbook.repl.result.Outcome;

/**
 * The failed results of one exercise, those together that are the same mistake: a known one by its checks and their
 * evidence, any other by the claims that failed.
 */
final class WrongAnswers {
    private WrongAnswers() {}

    /**
     * One mistake and who made it.
     *
     * @param names the known wrong answers that look the same; none if nobody has given it a name yet
     */
    record Group(List<Mistake> names, List<AttemptResult> results) {
        Group {
            names = List.copyOf(names);
            results = List.copyOf(results);
        }

        /** The failed checks with what they said, each kind of evidence once, in the order of the exercise. */
        Map<String, List<CheckResult>> evidence() {
            Map<String, List<CheckResult>> evidence = new LinkedHashMap<>();
            Set<String> seen = new LinkedHashSet<>();
            results.stream().flatMap(WrongAnswers::failed).forEach(check -> {
                if (seen.add(check.id() + "\n" + check.expected() + "\n" + check.actual())) {
                    evidence.computeIfAbsent(check.id(), id -> new ArrayList<>())
                            .add(check);
                }
            });
            return evidence;
        }

        int count() {
            return results.size();
        }
    }

    /** What two wrong answers have in common that are shown as one. */
    private record Key(List<Mistake> names, List<String> failed) {}

    /** The most frequent first. */
    static List<Group> in(Stream<AttemptResult> results, Optional<KnownMistakes> known) {
        Map<Key, List<AttemptResult>> groups = new LinkedHashMap<>();
        results.filter(result -> result.verdict() == Outcome.FAIL).forEach(result -> {
            List<Mistake> names = known.map(each -> each.like(result)).orElse(List.of());
            Key key = new Key(names, failed(result).map(CheckResult::id).toList());
            groups.computeIfAbsent(key, each -> new ArrayList<>()).add(result);
        });
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey().names(), group.getValue()))
                .sorted(Comparator.comparingInt(Group::count).reversed())
                .toList();
    }

    static Stream<CheckResult> failed(AttemptResult result) {
        return result.checks().stream().filter(check -> check.verdict() == Outcome.FAIL);
    }
}
