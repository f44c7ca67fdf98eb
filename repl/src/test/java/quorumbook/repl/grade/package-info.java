/** Grading without servers where it can be, and on real ones where it must. */
@NullMarked
package quorumbook.repl.grade;

import org.jspecify.annotations.NullMarked;
