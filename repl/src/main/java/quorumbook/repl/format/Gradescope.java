package quorumbook.repl.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorumbook.repl.file.WholeFile;
import quorumbook.repl.result.Outcome;
import quorumbook.repl.rubric.Scored;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gradescope's {@code results.json}: {@code LEARNER/results.json}. A check that could not be judged has no score, or that of
 * the learner's last submission where {@link Before} knows one; a score for the whole is always there, since Gradescope would
 * add up what it sees.
 */
final class Gradescope implements Format {
    private static final String NOT_COMPLETED =
            "This run could not be completed. That is not your fault, and it is not your last word: staff were told.";
    private static final int LONGEST_OUTPUT = 8_000;
    private static final int LONGEST_NAME = 400;

    @Override
    public String name() {
        return "gradescope";
    }

    @Override
    public List<Path> write(Path folder, List<Scored> results) throws IOException {
        Map<String, List<Scored>> learners = Ordered.byLearner(results);
        Before before = learners.size() == 1 ? Before.in(folder) : Before.nothing();
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, List<Scored>> each : learners.entrySet()) {
            Path file = folder.resolve(FileName.of(each.getKey())).resolve("results.json");
            files.add(WholeFile.write(file, JsonText.write(tree(each.getValue(), before))));
        }
        return files;
    }

    private static ObjectNode tree(List<Scored> results, Before before) {
        ArrayNode tests = JsonText.MAPPER.createArrayNode();
        BigDecimal score = Sums.of(results, each -> each.points().earned());
        for (int i = 0; i < results.size(); i++) {
            List<Row> rows = Row.of(results.get(i));
            for (int j = 0; j < rows.size(); j++) {
                Row row = rows.get(j);
                String name = CleanText.line(results.get(i).result().exercise() + ": " + row.claim(), LONGEST_NAME);
                Optional<BigDecimal> earlier =
                        row.open() && results.get(i).points().areOpen()
                                ? before.score(name).map(row.max()::min)
                                : Optional.empty();
                score = score.add(earlier.orElse(BigDecimal.ZERO));
                tests.add(test(name, (i + 1) + "." + (j + 1), results.get(i), row, earlier));
            }
        }
        boolean open = results.stream().anyMatch(Scored::isForAPerson);
        ObjectNode root = JsonText.object();
        root.put("score", score);
        root.put("execution_time", seconds(results));
        root.put("output", output(results, open));
        root.put("output_format", "text").put("test_output_format", "text").put("test_name_format", "text");
        root.put("visibility", "visible").put("stdout_visibility", "hidden");
        root.set("tests", tests);
        root.putObject("extra_data")
                .put("max", Sums.of(results, each -> each.points().max()))
                .put("open", Sums.of(results, each -> each.points().open()))
                .put("for_a_person", open);
        return root;
    }

    private static ObjectNode test(String name, String number, Scored each, Row row, Optional<BigDecimal> earlier) {
        ObjectNode test = JsonText.object();
        String detail = row.detail();
        switch (row.verdict()) {
            case PASS ->
                test.put("score", row.earned()).put("max_score", row.max()).put("status", "passed");
            case FAIL ->
                test.put("score", row.earned()).put("max_score", row.max()).put("status", "failed");
            case UNKNOWN, SKIPPED ->
                earlier.ifPresent(score -> test.put("score", score).put("max_score", row.max()));
        }
        if (earlier.isPresent()) {
            detail = detail + "\nThe score is that of your last submission.";
        }
        test.put("name", name).put("name_format", "text").put("number", number);
        test.put("output", detail.isEmpty() ? Words.of(row.verdict()) : detail).put("output_format", "text");
        test.putArray("tags").add(Words.of(row.verdict()));
        test.putObject("extra_data").put("exercise", each.result().exercise()).put("check", row.id());
        return test;
    }

    private static BigDecimal seconds(List<Scored> results) {
        return BigDecimal.valueOf(
                results.stream()
                        .mapToLong(each -> each.result().took().toMillis())
                        .sum(),
                3);
    }

    private static String output(List<Scored> results, boolean open) {
        List<String> lines = new ArrayList<>();
        if (open) {
            lines.add(NOT_COMPLETED);
        }
        for (Scored each : results) {
            String exercise = each.result().exercise();
            if (each.isForAPerson() || each.result().verdict() != Outcome.PASS) {
                lines.add(exercise + ": " + Words.of(each.result().verdict()));
            }
            each.points().capped().ifPresent(why -> lines.add(exercise + ": " + why));
            each.result().limits().forEach(limit -> lines.add(exercise + ": " + limit));
        }
        return CleanText.block(String.join("\n", lines), LONGEST_OUTPUT);
    }
}
