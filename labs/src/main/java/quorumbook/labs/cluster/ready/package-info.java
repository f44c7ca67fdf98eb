/**
 * When a cluster is ready, as a client sees it: every backend's {@code awaitReady}. Knows a cluster only by its addresses and
 * conditions, and nothing of how its servers run.
 */
@NullMarked
package quorumbook.labs.cluster.ready;

import org.jspecify.annotations.NullMarked;
