package quorumbook.repl.rubric;

import java.math.BigDecimal;

/**
 * A check's part in the points of its exercise, after the cap of a failed check of safety.
 *
 * @param id the check's
 * @param safety whether its failure caps the exercise
 * @param open whether a person must look before this can be called nothing: it was not judged, and not by the learner's doing
 */
public record CheckPoints(String id, BigDecimal earned, BigDecimal max, boolean safety, boolean open) {}
