/**
 * The learner's own program as a lab runs it: copies in JVMs of their own, what they say, how they end. Knows nothing of how
 * they are compiled and started; whoever runs the attempt lends that.
 */
@NullMarked
package quorumbook.labs.program;

import org.jspecify.annotations.NullMarked;
