/**
 * How meaning looks: pages become rows of inked text for a width, with colours or without, with glyphs or with words.
 * Knows how wide characters are, and nothing of cursors, keys or who reads.
 */
@NullMarked
package quorumbook.repl.terminal.look;

import org.jspecify.annotations.NullMarked;
