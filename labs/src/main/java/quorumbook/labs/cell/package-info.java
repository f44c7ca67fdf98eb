/**
 * A place for a program of a stranger's: a running JVM with its three streams that can be frozen, ended and asked why it
 * ended, wherever it runs. Knows nothing of what runs there or of who provides the place.
 */
@NullMarked
package quorumbook.labs.cell;

import org.jspecify.annotations.NullMarked;
