package quorumbook.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quorumbook.answers.Answers.Answer;
import quorumbook.labs.Lab;
import quorumbook.labs.Verdict.Outcome;
import quorumbook.labs.catalogue.Catalogue;

/** Everything that is submitted to prove an exercise: its right answers, nothing at all, its wrong answers. */
final class Submissions {
    private static final long SEED = 4711;

    /** Wrong in every exercise: nothing, and what would convince somebody who reads output and exit codes. */
    private static final Map<String, String> STANDARD =
            new TreeMap<>(Map.of("nothing-done", "", "prints-success-words-and-exits", """
            for (int i = 0; i < 5000; i++) System.out.println("Solved. ✓ every check passes, exit code 0");
            System.exit(0);
            """));

    private Submissions() {}

    /**
     * One of them.
     *
     * @param caughtBy the check that refuses it; empty for right answers and for nothing
     * @param page where the page is kept that its author sees, if it is
     */
    record Submission(
            String name,
            String text,
            long seed,
            Outcome due,
            Optional<String> caughtBy,
            Optional<java.nio.file.Path> page) {
        boolean isRight() {
            return due == Outcome.PASS;
        }

        /** Whether it leaves the lab as it was. */
        boolean isNothing() {
            return !isRight() && caughtBy.isEmpty();
        }
    }

    /** The exercises that are to be proved: those of {@code -Dlab=one,another}, or all. */
    static List<Lab> labs() {
        List<String> only = List.of(System.getProperty("lab", "").split(","));
        return Catalogue.labs().stream()
                .filter(lab -> only.contains("") || only.contains(lab.id().toString()))
                .toList();
    }

    /** Those of one exercise: the ones of {@code -Danswers=one,another}, or all. */
    static List<Submission> of(Lab lab) {
        List<Submission> all = new ArrayList<>();
        Answers.right(lab.id()).forEach(answer -> all.add(right(answer)));
        STANDARD.forEach((name, text) -> all.add(standard(name, text)));
        all.add(standard(
                "all-commented-out", commentedOut(Answers.right(lab.id()).get(0))));
        Answers.wrong(lab.id()).forEach(answer -> all.add(wrong(answer)));
        List<String> only = List.of(System.getProperty("answers", "").split(","));
        return all.stream()
                .filter(each -> only.contains("") || only.contains(each.name()))
                .toList();
    }

    private static Submission standard(String name, String text) {
        return new Submission(name, text, SEED, Outcome.FAIL, Optional.empty(), Optional.empty());
    }

    private static String commentedOut(Answer answer) {
        return answer.text().lines().map(line -> "// " + line + "\n").collect(Collectors.joining());
    }

    private static Submission right(Answer answer) {
        long seed = SEED + answer.name().hashCode();
        return new Submission(answer.name(), answer.text(), seed, Outcome.PASS, Optional.empty(), Optional.empty());
    }

    private static Submission wrong(Answer answer) {
        String check = answer.caughtBy()
                .orElseThrow(() -> new IllegalStateException(
                        answer.file() + ":1: the first line names no check; write // caught by: <check-id>"));
        return new Submission(
                answer.name(), answer.text(), SEED, Outcome.FAIL, Optional.of(check), Optional.of(answer.page()));
    }
}
