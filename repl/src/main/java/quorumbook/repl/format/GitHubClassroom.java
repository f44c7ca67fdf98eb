package quorumbook.repl.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import quorumbook.repl.file.WholeFile;
import quorumbook.repl.result.Outcome;
import quorumbook.repl.rubric.Scored;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a grading step of GitHub Classroom hands to its reporter: {@code LEARNER/github-output}, a line for {@code
 * $GITHUB_OUTPUT}, and {@code LEARNER/result.json}, the same to be read. The reporter gets it in an environment variable,
 * of which Linux allows 128 KiB: texts share what there is.
 */
final class GitHubClassroom implements Format {
    private static final int MOST_ENCODED = 120_000;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_TEXT = 20;

    @Override
    public String name() {
        return "github-classroom";
    }

    @Override
    public List<Path> write(Path folder, List<Scored> results) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, List<Scored>> each : Ordered.byLearner(results).entrySet()) {
            Path own = folder.resolve(FileName.of(each.getKey()));
            String json = json(each.getValue());
            files.add(WholeFile.write(own.resolve("result.json"), json));
            files.add(WholeFile.write(own.resolve("github-output"), "result=" + encoded(json) + "\n"));
        }
        return files;
    }

    private static String json(List<Scored> results) {
        String json = JsonText.write(tree(results, LONGEST_TEXT));
        for (int most = LONGEST_TEXT / 2; encoded(json).length() > MOST_ENCODED && most > SHORTEST_TEXT; most /= 2) {
            json = JsonText.write(tree(results, most));
        }
        return json;
    }

    private static String encoded(String json) {
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode tree(List<Scored> results, int most) {
        ObjectNode root = JsonText.object().put("version", 1);
        root.put("status", status(results));
        root.put("max_score", Sums.of(results, each -> each.points().max()));
        ArrayNode tests = root.putArray("tests");
        for (Scored each : results) {
            // A run is timed as a whole; no reader adds these up.
            long duration = each.result().took().toMillis();
            for (Row row : counted(Row.of(each))) {
                ObjectNode test = tests.addObject();
                test.put("name", CleanText.line(each.result().exercise() + ": " + row.claim(), LONGEST_NAME));
                test.put("status", status(row.verdict()));
                test.put("score", row.earned());
                if (row.verdict() == Outcome.PASS) {
                    test.putNull("message");
                } else {
                    test.put("message", CleanText.block(row.detail(), most));
                }
                test.put("test_code", "").put("filename", "").put("line_no", 0).put("duration", duration);
            }
        }
        return root;
    }

    /** The reporter's page gives points for each pass: none may be there that is worth nothing. */
    private static List<Row> counted(List<Row> rows) {
        List<Row> counted = rows.stream()
                .filter(row -> row.verdict() != Outcome.PASS || row.max().signum() > 0)
                .toList();
        return counted.isEmpty() ? rows : counted;
    }

    /** Error before fail: who sees a red run must know that it may not be the learner's doing. */
    private static String status(List<Scored> results) {
        if (results.stream().anyMatch(Scored::isForAPerson)) {
            return "error";
        }
        return results.stream().allMatch(each -> each.result().verdict() == Outcome.PASS) ? "pass" : "fail";
    }

    private static String status(Outcome verdict) {
        return switch (verdict) {
            case PASS -> "pass";
            case FAIL -> "fail";
            case UNKNOWN, SKIPPED -> "error";
        };
    }
}
