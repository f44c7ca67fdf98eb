/**
 * The learner's Java: snippets are read and compiled here by JShell and run in another JVM, which may exit, hang or die
 * without taking anything along but the values of its variables. Knows nothing of lessons, commands or terminals.
 */
@NullMarked
package quorumbook.repl.engine;

import org.jspecify.annotations.NullMarked;
