/** The proof of the whole: every exercise has its parts, right answers pass and wrong ones are caught, on real servers. */
@NullMarked
package quorumbook.answers;

import org.jspecify.annotations.NullMarked;
