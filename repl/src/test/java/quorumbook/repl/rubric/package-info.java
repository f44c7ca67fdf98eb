/** Tests of points and of the file that sets them. */
@NullMarked
package quorumbook.repl.rubric;

import org.jspecify.annotations.NullMarked;
