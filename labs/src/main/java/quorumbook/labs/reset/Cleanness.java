package quorumbook.labs.reset;

import java.util.List;

/** What a reset came to. */
public sealed interface Cleanness {
    /**
     * The cluster is as empty as a new one.
     *
     * @param evidence what shows it, a sentence each without full stop
     */
    record Clean(List<String> evidence) implements Cleanness {
        public Clean {
            evidence = List.copyOf(evidence);
        }
    }

    /** The cluster has to be replaced by a new one, and why: a clause without full stop. */
    record Scarred(String why) implements Cleanness {}
}
