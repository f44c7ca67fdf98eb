/** The program: reads the command line and hands over. Knows nothing of what a command does. */
@NullMarked
package quorumbook.repl;

import org.jspecify.annotations.NullMarked;
