/**
 * The one place that waits: for a condition, with a deadline; and that finds out what the machine could do meanwhile. Knows
 * nothing of what is awaited.
 */
@NullMarked
package quorumbook.labs.await;

import org.jspecify.annotations.NullMarked;
