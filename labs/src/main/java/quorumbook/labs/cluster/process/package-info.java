/**
 * Clusters as child processes of this JVM, on loopback: real servers from their own jars, in process groups of their own,
 * which end when this JVM does, however it ends. Knows nothing of what a configuration says, of labs, or of containers.
 */
@NullMarked
package quorumbook.labs.cluster.process;

import org.jspecify.annotations.NullMarked;
