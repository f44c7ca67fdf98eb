/**
 * What an exercise is: a lab that does, checks that judge, verdicts that say. Knows nothing of prompts, lessons or
 * how a cluster is run.
 */
@NullMarked
package quorumbook.labs;

import org.jspecify.annotations.NullMarked;
