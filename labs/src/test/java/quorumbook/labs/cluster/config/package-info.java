/** The text that servers read, as it is. */
@NullMarked
package quorumbook.labs.cluster.config;

import org.jspecify.annotations.NullMarked;
