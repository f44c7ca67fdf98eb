/** What is true of child processes alone: who ends them, what their links and archives do. */
@NullMarked
package quorumbook.labs.cluster.process;

import org.jspecify.annotations.NullMarked;
