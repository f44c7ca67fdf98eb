/**
 * What goes wrong on purpose: each fault with its proof and its healing, and the links on which clients are disturbed. Knows
 * nothing of exercises, nor of how a cluster is run.
 */
@NullMarked
package quorumbook.labs.fault;

import org.jspecify.annotations.NullMarked;
