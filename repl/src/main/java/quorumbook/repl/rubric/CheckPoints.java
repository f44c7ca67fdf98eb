package quorumbook.repl.rubric;

import java.math.BigDecimal;

/**
 * A check's part in the points of its exercise, after the cap of a failed safety check.
 *
 * @param id the check's
 * @param open whether a person must look before this can be called nothing: it was not judged, and not by the learner's doing
 */
public record CheckPoints(String id, BigDecimal earned, BigDecimal max, boolean open) {}
