/**
 * Results as pages for a browser: one for the class, one for each learner, each a file that fetches nothing and runs no
 * script. Every text in them may come from a learner and is shown, never obeyed. Knows nothing of grading, of clusters, nor of
 * where results are kept.
 */
@NullMarked
package quorumbook.repl.report;

import org.jspecify.annotations.NullMarked;
