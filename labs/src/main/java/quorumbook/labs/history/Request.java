package quorumbook.labs.history;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a client asked for.
 *
 * @param target a path, or a topic
 * @param key the key of a record
 * @param value what was to be written
 * @param settings what decides how much an answer is worth: {@code acks} of a record
 */
public record Request(
        What what, String target, Optional<String> key, Optional<String> value, Map<String, String> settings) {
    private static final String ACKS = "acks";

    public Request {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** What is done to the target. */
    public enum What {
        CREATE,
        SET,
        DELETE,
        READ,
        SEND
    }

    public static Request create(String path, String data) {
        return new Request(What.CREATE, path, Optional.empty(), Optional.of(data), Map.of());
    }

    public static Request set(String path, String data) {
        return new Request(What.SET, path, Optional.empty(), Optional.of(data), Map.of());
    }

    public static Request delete(String path) {
        return new Request(What.DELETE, path, Optional.empty(), Optional.empty(), Map.of());
    }

    public static Request read(String path) {
        return new Request(What.READ, path, Optional.empty(), Optional.empty(), Map.of());
    }

    /** @param acks as the producer has it: {@code 0}, {@code 1}, {@code all} */
    public static Request send(String topic, String key, String value, String acks) {
        return new Request(What.SEND, topic, Optional.of(key), Optional.of(value), Map.of(ACKS, acks));
    }

    /** Whether it changes the tree. */
    public boolean writesTree() {
        return what == What.CREATE || what == What.SET || what == What.DELETE;
    }

    /** Whether an acknowledgement says that every in-sync replica has the record. */
    public boolean asksAllReplicas() {
        String acks = settings.getOrDefault(ACKS, "");
        return acks.equals("all") || acks.equals("-1");
    }

    @Override
    public String toString() {
        String words = what.name().toLowerCase(java.util.Locale.ROOT) + " " + target;
        return words
                + key.map(each -> " " + each).orElse("")
                + value.map(each -> " = " + each).orElse("");
    }
}
