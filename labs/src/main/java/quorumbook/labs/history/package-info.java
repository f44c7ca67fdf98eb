/**
 * What happened in one attempt, as plain values on one clock, kept in a file and judged without a cluster. Knows nothing of
 * clients, labs or verdicts.
 */
@NullMarked
package quorumbook.labs.history;

import org.jspecify.annotations.NullMarked;
