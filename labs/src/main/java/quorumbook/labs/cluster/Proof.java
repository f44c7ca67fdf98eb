package quorumbook.labs.cluster;

import java.time.Instant;
import java.util.List;

/**
 * That a verb took effect on a node, and how we know.
 *
 * @param verb past tense, as shown: {@code "killed"}
 * @param evidence what was seen, one sentence each: {@code "process 4711 is gone"}, {@code "127.0.0.1:21001 refuses"}
 */
public record Proof(NodeId node, String verb, Instant at, List<String> evidence) {
    public Proof {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a proof without evidence: " + node + " " + verb);
        }
    }
}
