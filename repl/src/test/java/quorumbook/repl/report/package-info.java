/** Reports of classes made up by hand. Knows nothing of servers. */
@NullMarked
package quorumbook.repl.report;

import org.jspecify.annotations.NullMarked;
