/**
 * One class per command: what it is called, how it completes, what it does; and the dialogue that gives each typed line to
 * the command, the tool or the Java that it is meant for. A command returns a page and prints nothing.
 */
@NullMarked
package quorumbook.repl.command;

import org.jspecify.annotations.NullMarked;
