package quorumbook.repl.result;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Our own format: {@code quorumbook-result/1}. Later versions may add fields; they never change what a field means. */
public final class ResultJson {
    public static final String FORMAT = "quorumbook-result/1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ResultJson() {}

    /** As text, with a line end. */
    public static String write(AttemptResult result) {
        ObjectNode tree = MAPPER.createObjectNode();
        tree.put("format", FORMAT);
        tree.put("verdict", result.verdict().name().toLowerCase(java.util.Locale.ROOT));
        tree.setAll((ObjectNode) MAPPER.valueToTree(result));
        return MAPPER.writeValueAsString(tree) + "\n";
    }

    /**
     * @throws IllegalArgumentException if the text is no result, or one of a format that this version does not know
     */
    public static AttemptResult read(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            String format = tree.path("format").asString("");
            if (!format.equals(FORMAT)) {
                throw new IllegalArgumentException("This is no result in the format " + FORMAT
                        + (format.isEmpty() ? "." : ", but " + format + "."));
            }
            return MAPPER.treeToValue(tree, AttemptResult.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("This is no result of Quorumbook's: " + e.getOriginalMessage(), e);
        }
    }
}
