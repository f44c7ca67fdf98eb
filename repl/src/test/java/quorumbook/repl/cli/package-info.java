/** Tests of sub-commands, called as the command line calls them. */
@NullMarked
package quorumbook.repl.cli;

import org.jspecify.annotations.NullMarked;
