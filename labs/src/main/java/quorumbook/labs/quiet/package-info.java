/** Keeps what the JDK's own libraries log away from the screen. Knows nothing of clusters and labs. */
@NullMarked
package quorumbook.labs.quiet;

import org.jspecify.annotations.NullMarked;
