/** Timelines of histories written by hand. Knows nothing of servers. */
@NullMarked
package quorumbook.repl.timeline;

import org.jspecify.annotations.NullMarked;
