/** Takes clauses out of checks, one at a time, and asks kept histories whether anybody notices. Knows nothing of servers. */
@NullMarked
package quorumbook.answers.attack;

import org.jspecify.annotations.NullMarked;
