/** Tests that write each kind of result in each format, and read it back with somebody else's parser. */
@NullMarked
package quorumbook.repl.format;

import org.jspecify.annotations.NullMarked;
