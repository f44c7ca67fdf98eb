/** Tests of what {@code export} writes: the scripts are run, with a grader that is pretended. */
@NullMarked
package quorumbook.repl.classroom;

import org.jspecify.annotations.NullMarked;
