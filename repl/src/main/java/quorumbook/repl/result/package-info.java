/**
 * What was found of one learner's exercise, as data: kept in receipts and read by every renderer. Knows nothing of how it
 * was found, nor of how it is shown.
 */
@NullMarked
package quorumbook.repl.result;

import org.jspecify.annotations.NullMarked;
