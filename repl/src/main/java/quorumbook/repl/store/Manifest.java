package quorumbook.repl.store;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.Engine;
import quorumbook.repl.result.Outcome;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first thing that is read of a receipt, and the last that is written: {@code receipt.json}.
 *
 * @param format {@link #FORMAT}
 * @param submitted SHA-256 of the text that was run; empty if none was
 * @param files SHA-256 of each other file of the receipt, by its path in it, with slashes
 */
record Manifest(
        String format,
        String learner,
        String exercise,
        String attempt,
        long seed,
        String shape,
        String submitted,
        Outcome verdict,
        Instant gradedAt,
        Engine engine,
        SortedMap<String, String> files) {
    static final String FORMAT = "quorumbook-receipt/1";
    static final String FILE = "receipt.json";
    static final String RESULT = "result.json";
    static final String HISTORY = "history.jsonl";
    static final String SUBMISSION = "submission.jsh";
    static final String LOGS = "logs";

    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(tools.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static Manifest of(AttemptResult result, String shape, SortedMap<String, String> files) {
        return new Manifest(
                FORMAT,
                result.learner(),
                result.exercise(),
                result.attempt(),
                result.seed(),
                shape,
                result.submitted(),
                result.verdict(),
                result.gradedAt(),
                result.engine(),
                files);
    }

    String text() {
        return MAPPER.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this) + "\n";
    }

    /** @throws IllegalArgumentException if the text is no receipt of this format */
    static Manifest parse(String text) {
        try {
            String format = MAPPER.readTree(text).path("format").asString("");
            if (!format.equals(FORMAT)) {
                throw new IllegalArgumentException("its format is '" + format + "', not " + FORMAT);
            }
            return MAPPER.readValue(text, Manifest.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is no receipt: " + e.getOriginalMessage(), e);
        }
    }

    /** Whether a result is the one that this receipt was written for. */
    boolean isOf(AttemptResult result) {
        return equals(of(result, shape, files));
    }
}
