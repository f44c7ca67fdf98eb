package quorumbook.repl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quorumbook.labs.history.History;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.AttemptResult.Blame;
import quorumbook.repl.result.Outcome;
import quorumbook.repl.timeline.Story;

/** Forty learners and all exercises: right, wrong in ways with and without a name, unknown, not handed in, cut off, hostile. */
final class MadeUpClass {
    static final List<String> EXERCISES = List.of(
            "zookeeper/tree",
            "zookeeper/node-kinds",
            "zookeeper/compare-and-set",
            "zookeeper/sessions",
            "zookeeper/one-shot-watches",
            "zookeeper/install",
            "zookeeper/first-start",
            "zookeeper/later-election",
            "zookeeper/lock",
            "kafka/topics-and-order",
            "kafka/acks",
            "kafka/n-minus-one",
            "kafka/controller-election");
    private static final String ACKS = "kafka/acks";

    private MadeUpClass() {}

    static List<AttemptResult> results() {
        List<AttemptResult> results = new ArrayList<>();
        for (int learner = 1; learner <= 40; learner++) {
            for (int exercise = 0; exercise < EXERCISES.size(); exercise++) {
                if ((learner + exercise) % 43 != 0) {
                    results.add(result(name(learner), EXERCISES.get(exercise), learner * 7 + exercise * exercise * 5));
                }
            }
        }
        return results;
    }

    private static String name(int learner) {
        return switch (learner) {
            case 3 -> "Hanna-Leena Virtanen-Koskinen von und zu Oberammergau";
            case 5 -> "<b>bold</b> & \"quoted\"";
            case 9 -> "רות כהן";
            case 11 -> "李小龙";
            default -> String.format(Locale.ROOT, "learner-%02d", learner);
        };
    }

    private static AttemptResult result(String learner, String exercise, int dice) {
        Handmade made = new Handmade(learner, exercise).titled("How a " + exercise.replaceAll(".*/", "") + " is done");
        if (learner.equals("learner-07") && exercise.equals(ACKS)) {
            return KnownMistakesTest.likeOneReplica(learner);
        }
        switch (dice % 11) {
            case 0, 1 ->
                made.pass("the-first-thing-holds")
                        .fail(
                                "the-second-thing-holds",
                                "every write, in order",
                                (dice % 5) + " writes are missing",
                                3,
                                30)
                        .skipped("the-third-thing-holds", "judged once 'the-second-thing-holds' holds")
                        .printed("\u001b[31mException\u001b[0m in thread \"main\" <script>alert(1)</script>\n"
                                .repeat(40));
            case 2 ->
                made.fail("the-first-thing-holds", "a leader", "no leader, and " + "very".repeat(60) + " long words")
                        .fail("the-second-thing-holds", "x", "y")
                        .limit("limit: processes");
            case 3 ->
                made = dice % 3 == 0
                        ? made.unknown("the-first-thing-holds", "the server log of zk2 ends in the middle of a line")
                        : made.pass("the-first-thing-holds");
            case 4 ->
                made = dice % 4 == 0
                        ? made.trouble(Blame.LEARNER, "There is no " + exercise + ".jsh in what was handed in.")
                        : made.pass("the-first-thing-holds").pass("the-second-thing-holds");
            default -> made.pass("the-first-thing-holds").pass("the-second-thing-holds");
        }
        return made.done(dice);
    }

    static Optional<History> history(AttemptResult result) {
        boolean crash = result.exercise().hashCode() % 2 == 0;
        return result.verdict() == Outcome.SKIPPED
                ? Optional.empty()
                : Optional.of((crash ? Story.ofACrash() : Story.ofALock()).history());
    }
}
