/**
 * The folder that a run of grading writes to: a receipt for each attempt, and an index of them. Knows nothing of how an
 * attempt is made, nor of the formats that are rendered from its results.
 */
@NullMarked
package quorumbook.repl.store;

import org.jspecify.annotations.NullMarked;
