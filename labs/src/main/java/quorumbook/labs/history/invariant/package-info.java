/**
 * What must hold of every history of a kind, each named by its claim and judged without clock or cluster. Knows nothing of
 * exercises: a check says which invariant it rests on, and how much must have happened.
 */
@NullMarked
package quorumbook.labs.history.invariant;

import org.jspecify.annotations.NullMarked;
