/**
 * Submissions judged without anyone at the prompt: the same desk, the same dialogue, a screen that remembers. Knows nothing
 * of terminals.
 */
@NullMarked
package quorumbook.repl.grade;

import org.jspecify.annotations.NullMarked;
