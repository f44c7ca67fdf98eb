package quorumbook.labs.cluster;

import java.util.Arrays;
import java.util.Locale;

/** What {@code --runtime} or {@code QUORUMBOOK_RUNTIME} asks for. */
public enum RuntimeChoice {
    /** Containers when an engine answers and the images are there or can be pulled, else processes. */
    AUTO,
    CONTAINERS,
    PROCESSES;

    /** Reads {@code auto}, {@code containers} or {@code processes}. */
    public static RuntimeChoice of(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word().equals(word.trim().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ClusterException(
                        "There is no runtime '" + word + "'; there are auto, containers and processes."));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
