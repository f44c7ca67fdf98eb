@NullMarked
package quorumbook.repl;

import org.jspecify.annotations.NullMarked;
