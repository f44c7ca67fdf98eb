/**
 * One look at the cluster for everybody: the status line, the checks, the pictures. Knows nothing of labs, verdicts or
 * who is looking.
 */
@NullMarked
package quorumbook.labs.observe;

import org.jspecify.annotations.NullMarked;
