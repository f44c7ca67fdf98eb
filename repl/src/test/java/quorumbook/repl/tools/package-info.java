/** The real tools, tried on real servers. */
@NullMarked
package quorumbook.repl.tools;

import org.jspecify.annotations.NullMarked;
