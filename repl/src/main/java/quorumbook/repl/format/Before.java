package quorumbook.repl.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a learner's earlier submissions scored, as Gradescope tells an autograder in {@code submission_metadata.json}: the
 * autograder's script lays a copy in the folder that the format writes to.
 */
final class Before {
    /** No learner's folder can have this name: {@link FileName} begins none with a dot. */
    static final String FILE = ".submission_metadata.json";

    private final Map<String, BigDecimal> scores;

    private Before(Map<String, BigDecimal> scores) {
        this.scores = Map.copyOf(scores);
    }

    static Before nothing() {
        return new Before(Map.of());
    }

    /** What the copy in that folder says; nothing if there is none, or if it says nothing that we understand. */
    static Before in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return nothing();
        }
        try {
            JsonNode metadata = JsonText.MAPPER.readTree(Files.readAllBytes(file));
            // Only the latest has results; an attempt that broke is none.
            List<JsonNode> valid = metadata.path("previous_submissions")
                    .valueStream()
                    .filter(each -> !each.path("autograder_error").asBoolean(false))
                    .filter(each -> each.path("results").path("tests").isArray())
                    .toList();
            return valid.isEmpty() ? nothing() : new Before(scores(valid.get(valid.size() - 1)));
        } catch (JacksonException e) {
            // Whatever Gradescope left there, this run's own verdicts must be written.
            return nothing();
        }
    }

    private static Map<String, BigDecimal> scores(JsonNode submission) {
        Map<String, BigDecimal> scores = new HashMap<>();
        submission.path("results").path("tests").forEach(test -> {
            if (test.path("name").isString() && test.path("score").isNumber()) {
                BigDecimal score = test.path("score").decimalValue();
                scores.put(test.path("name").asString(), score.max(BigDecimal.ZERO));
            }
        });
        return scores;
    }

    /** What the test of that name last scored. */
    Optional<BigDecimal> score(String test) {
        return Optional.ofNullable(scores.get(test));
    }
}
