package quorumbook.repl.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import quorumbook.repl.file.WholeFile;
import quorumbook.repl.result.Outcome;
import quorumbook.repl.rubric.Scored;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an exercism test runner leaves, version 3: {@code LEARNER/TRACK.LESSON/results.json}. It has no points; what could not
 * be judged is an {@code error} of the whole, so that no test is blamed.
 */
final class Exercism implements Format {
    private static final int LONGEST_MESSAGE = 16_000;
    private static final int LONGEST_OUTPUT = 500;
    private static final String TRUNCATED = "\nOutput was truncated. Please limit to 500 chars";

    @Override
    public String name() {
        return "exercism";
    }

    @Override
    public List<Path> write(Path folder, List<Scored> results) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Scored each : Ordered.sorted(results)) {
            Path file = folder.resolve(FileName.of(each.result().learner()))
                    .resolve(Ordered.nameOfExercise(each))
                    .resolve("results.json");
            files.add(WholeFile.write(file, text(each)));
        }
        return files;
    }

    private static String text(Scored each) {
        ObjectNode root = JsonText.object().put("version", 3);
        List<Row> rows = Row.of(each);
        Outcome verdict = each.result().verdict();
        if (verdict == Outcome.UNKNOWN || verdict == Outcome.SKIPPED) {
            root.put("status", "error");
            root.put("message", CleanText.block(messages(rows), LONGEST_MESSAGE));
            return JsonText.write(root);
        }
        root.put("status", Words.of(verdict));
        root.putNull("message");
        ArrayNode tests = root.putArray("tests");
        boolean told = false;
        for (Row row : rows) {
            ObjectNode test = tests.addObject().put("name", row.claim());
            test.put("status", status(row.verdict()));
            if (row.verdict() == Outcome.PASS) {
                test.putNull("message");
            } else {
                test.put("message", row.detail());
            }
            if (!told && row.verdict() == verdict && !each.result().output().isEmpty()) {
                test.put("output", output(each.result().output()));
                told = true;
            }
            test.put("test_code", "// " + each.result().exercise() + " " + row.id());
        }
        return JsonText.write(root);
    }

    private static String messages(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.verdict() != Outcome.PASS)
                .map(row -> row.claim() + "\n" + row.detail())
                .collect(Collectors.joining("\n\n"));
    }

    private static String status(Outcome verdict) {
        return switch (verdict) {
            case PASS -> "pass";
            case FAIL -> "fail";
            case UNKNOWN, SKIPPED -> "error";
        };
    }

    private static String output(String output) {
        String clean = CleanText.block(output, LONGEST_OUTPUT);
        return clean.length() <= LONGEST_OUTPUT
                ? clean
                : CleanText.first(clean, LONGEST_OUTPUT - TRUNCATED.length()) + TRUNCATED;
    }
}
