@NullMarked
package quorumbook.repl.tools;

import org.jspecify.annotations.NullMarked;
