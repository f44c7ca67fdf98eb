/**
 * Where the learner is: the lesson, its lab and cluster, the learner's Java, the progress; and what each line that is
 * typed means. Knows nothing of terminals: it returns pages and speaks to a screen.
 */
@NullMarked
package quorumbook.repl.desk;

import org.jspecify.annotations.NullMarked;
