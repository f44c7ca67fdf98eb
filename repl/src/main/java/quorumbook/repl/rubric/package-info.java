/**
 * What a verdict is worth: a course's rubric, and the one formula by which every format states points. Knows results, and
 * nothing of how they were found or how they are shown.
 */
@NullMarked
package quorumbook.repl.rubric;

import org.jspecify.annotations.NullMarked;
