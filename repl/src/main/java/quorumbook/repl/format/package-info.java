/**
 * The formats that a course's own system reads, each written from the same scored results. Knows no cluster, no learner's
 * code and no command line; what a learner wrote passes through {@link quorumbook.repl.format.CleanText} on its way.
 */
@NullMarked
package quorumbook.repl.format;

import org.jspecify.annotations.NullMarked;
