/**
 * What learners have handed in: folders, zips and git checkouts, opened with suspicion, as one text per exercise. Knows
 * nothing of how a text is run or judged, and writes no file.
 */
@NullMarked
package quorumbook.repl.intake;

import org.jspecify.annotations.NullMarked;
