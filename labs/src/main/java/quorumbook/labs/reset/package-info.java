/**
 * Brings a cluster that was not hurt back to empty between two attempts, and proves it. Knows nothing of labs' contents, and
 * nothing of how a cluster that cannot be cleaned is replaced.
 */
@NullMarked
package quorumbook.labs.reset;

import org.jspecify.annotations.NullMarked;
