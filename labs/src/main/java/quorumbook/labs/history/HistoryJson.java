package quorumbook.labs.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.observe.Zxid;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Events as JSON and back. A kind's word stays for ever; its record may get new optional components. */
final class HistoryJson {
    private static final String KIND = "kind";
    private static final String MARK = "quorumbook-history";

    static final Map<String, Class<? extends Event>> KINDS = Map.ofEntries(
            Map.entry("session-opened", Event.SessionOpened.class),
            Map.entry("session-ended", Event.SessionEnded.class),
            Map.entry("predicted", Event.Predicted.class),
            Map.entry("done", Event.Done.class),
            Map.entry("noted", Event.Noted.class),
            Map.entry("tree-seen", Event.TreeSeen.class),
            Map.entry("znode-changed", Event.ZnodeChanged.class),
            Map.entry("sessions-seen", Event.SessionsSeen.class),
            Map.entry("topic-seen", Event.TopicSeen.class),
            Map.entry("log-seen", Event.LogSeen.class),
            Map.entry("invoked", Event.Invoked.class),
            Map.entry("ended", Event.Ended.class),
            Map.entry("observed", Event.Observed.class),
            Map.entry("inflicted", Event.Inflicted.class),
            Map.entry("healed", Event.Healed.class),
            Map.entry("unproved", Event.Unproved.class),
            Map.entry("voted", Event.Voted.class),
            Map.entry("led", Event.Led.class),
            Map.entry("queued", Event.Queued.class),
            Map.entry("acquired", Event.Acquired.class),
            Map.entry("used", Event.Used.class),
            Map.entry("released", Event.Released.class),
            Map.entry("gone", Event.Gone.class),
            Map.entry("offset-seen", Event.OffsetSeen.class),
            Map.entry("partition-seen", Event.PartitionSeen.class));
    private static final Map<Class<? extends Event>, String> WORDS = words();

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(NodeId.class, new Written<>(NodeId::toString))
                    .addDeserializer(NodeId.class, new ReadFrom<>(HistoryJson::nodeId))
                    .addSerializer(Zxid.class, new Written<>(Zxid::toString))
                    .addDeserializer(Zxid.class, new ReadFrom<>(HistoryJson::zxid)))
            .addMixIn(Outcome.class, OutcomeWords.class)
            .addMixIn(Event.Noted.class, WithoutWhatIsAbsent.class)
            // A component that is missing makes the event unread, unless it is Optional.
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private HistoryJson() {}

    record Header(int version, String about, Given given) {}

    /** An event, and what was strange about its line. */
    record Read(Event event, List<String> complaints) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "ok", value = Outcome.Ok.class),
        @JsonSubTypes.Type(name = "failed", value = Outcome.Failed.class),
        @JsonSubTypes.Type(name = "unknown", value = Outcome.Unknown.class)
    })
    private interface OutcomeWords {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private interface WithoutWhatIsAbsent {}

    static String header(String about, Given given) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put(MARK, HistoryFile.VERSION);
        node.put("about", about);
        node.set("given", MAPPER.valueToTree(given));
        return node.toString();
    }

    static Header header(String line) {
        JsonNode node = MAPPER.readTree(line);
        if (!node.path(MARK).isInt()) {
            throw new IllegalArgumentException("its first line has no '" + MARK + "'");
        }
        Given given = MAPPER.treeToValue(node.path("given"), Given.class);
        return new Header(node.path(MARK).intValue(), node.path("about").asString(""), given);
    }

    static String line(Event event) {
        if (event instanceof Event.Unread unread) {
            return unread.line();
        }
        String word = WORDS.get(event.getClass());
        if (word == null) {
            throw new IllegalStateException(event.getClass() + " has no word in a kept history");
        }
        ObjectNode node = MAPPER.createObjectNode();
        node.put(KIND, word);
        node.setAll((ObjectNode) MAPPER.valueToTree(event));
        return node.toString();
    }

    /** Reads a line; one that cannot be understood becomes {@link Event.Unread} at its own moment, or else at {@code last}. */
    static Read event(String line, Instant last) {
        try {
            if (!(MAPPER.readTree(line) instanceof ObjectNode node)) {
                return unread(last, "", line, "this is no event");
            }
            String kind = node.path(KIND).asString("");
            Class<? extends Event> type = KINDS.get(kind);
            if (type == null) {
                return unread(moment(node).orElse(last), kind, line, "events of kind '" + kind + "' are not known");
            }
            node.remove(KIND);
            return event(node, type, kind, line, moment(node).orElse(last));
        } catch (JacksonException e) {
            return unread(last, "", line, "this is no JSON");
        }
    }

    private static Read event(ObjectNode node, Class<? extends Event> type, String kind, String line, Instant at) {
        List<String> complaints = new ArrayList<>();
        try {
            Event event = MAPPER.readerFor(type)
                    .withHandler(new StrangeFields(complaints))
                    .readValue(node);
            Optional<String> lacking = lacking(node, MAPPER.valueToTree(event));
            return lacking.isPresent()
                    ? unread(at, kind, line, "this '" + kind + "' lacks '" + lacking.get() + "'")
                    : new Read(event, complaints);
        } catch (JacksonException e) {
            return unread(at, kind, line, "this '" + kind + "' cannot be read: " + e.getOriginalMessage());
        }
    }

    /** A number or a truth that is not there is read as 0 or false, which nobody wrote. */
    private static Optional<String> lacking(JsonNode written, JsonNode understood) {
        for (Map.Entry<String, JsonNode> field : understood.properties()) {
            JsonNode there = written.path(field.getKey());
            if (there.isMissingNode()
                    && (field.getValue().isNumber() || field.getValue().isBoolean())) {
                return Optional.of(field.getKey());
            }
            Optional<String> within = lacking(there, field.getValue());
            if (within.isPresent()) {
                return within;
            }
        }
        for (int index = 0; understood.isArray() && index < understood.size(); index++) {
            Optional<String> within = lacking(written.path(index), understood.path(index));
            if (within.isPresent()) {
                return within;
            }
        }
        return Optional.empty();
    }

    private static Read unread(Instant at, String kind, String line, String complaint) {
        return new Read(new Event.Unread(at, kind, line), List.of(complaint));
    }

    private static Optional<Instant> moment(ObjectNode node) {
        try {
            return Optional.of(Instant.parse(node.path("at").asString("")));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static NodeId nodeId(String written) {
        return NodeId.parse(written)
                .orElseThrow(() -> new IllegalArgumentException("'" + written + "' names no server"));
    }

    private static Zxid zxid(String written) {
        return Zxid.of(Long.parseUnsignedLong(written.replaceFirst("^0x", ""), 16));
    }

    private static Map<Class<? extends Event>, String> words() {
        Map<Class<? extends Event>, String> words = new LinkedHashMap<>();
        KINDS.forEach((word, type) -> words.put(type, word));
        return words;
    }

    /** A later version may know more of a kind that we know: what we do know is still true. */
    private static final class StrangeFields extends DeserializationProblemHandler {
        private final List<String> complaints;

        StrangeFields(List<String> complaints) {
            this.complaints = complaints;
        }

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                ValueDeserializer<?> deserializer,
                Object bean,
                String name) {
            complaints.add("the field '" + name + "' is not known");
            parser.skipChildren();
            return true;
        }
    }

    private static final class Written<T> extends ValueSerializer<T> {
        private final java.util.function.Function<T, String> words;

        Written(java.util.function.Function<T, String> words) {
            this.words = words;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(words.apply(value));
        }
    }

    private static final class ReadFrom<T> extends ValueDeserializer<T> {
        private final java.util.function.Function<String, T> value;

        ReadFrom(java.util.function.Function<String, T> value) {
            this.value = value;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            String written = parser.getString();
            try {
                return value.apply(written);
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
        }
    }
}
