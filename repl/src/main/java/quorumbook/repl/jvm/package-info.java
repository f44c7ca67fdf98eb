/**
 * A JVM of ours at the other end of framed standard streams: started, spoken to one command at a time, stopped, killed.
 * Knows nothing of JShell, of tools or of what the commands mean.
 */
@NullMarked
package quorumbook.repl.jvm;

import org.jspecify.annotations.NullMarked;
