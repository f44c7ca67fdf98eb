/**
 * What there is to show, before anyone decides how: pages of parts, spans with a tone, the status of the cluster, and the
 * screen that takes them. Knows nothing of terminals, colours or widths.
 */
@NullMarked
package quorumbook.repl.page;

import org.jspecify.annotations.NullMarked;
