/** What happened in one attempt, as plain values that can be judged without a cluster. Knows nothing of clients or labs. */
@NullMarked
package quorumbook.labs.history;

import org.jspecify.annotations.NullMarked;
