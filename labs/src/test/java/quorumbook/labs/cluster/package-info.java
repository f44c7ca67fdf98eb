/** The contract that every backend keeps, proved on real servers. Knows no backend but by its name. */
@NullMarked
package quorumbook.labs.cluster;

import org.jspecify.annotations.NullMarked;
