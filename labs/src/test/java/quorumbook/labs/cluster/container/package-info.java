/** Tests of the container backend beyond the contract that every backend keeps. */
@NullMarked
package quorumbook.labs.cluster.container;

import org.jspecify.annotations.NullMarked;
