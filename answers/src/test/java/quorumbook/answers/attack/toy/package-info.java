/** A lab that is never learnt, to attack. Knows nothing of the attack. */
@NullMarked
package quorumbook.answers.attack.toy;

import org.jspecify.annotations.NullMarked;
