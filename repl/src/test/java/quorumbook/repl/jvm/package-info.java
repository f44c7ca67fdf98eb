@NullMarked
package quorumbook.repl.jvm;

import org.jspecify.annotations.NullMarked;
