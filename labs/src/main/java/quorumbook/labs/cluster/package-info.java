/**
 * One cluster interface for all backends: which nodes there are, where they answer, what can be done to them and with
 * which proof. Knows nothing of processes or containers (the backends, found by {@code ServiceLoader}), of labs or lessons.
 */
@NullMarked
package quorumbook.labs.cluster;

import org.jspecify.annotations.NullMarked;
