/** Proves the bench's arithmetic; its figures are for people to read. */
@NullMarked
package quorumbook.repl.bench;

import org.jspecify.annotations.NullMarked;
