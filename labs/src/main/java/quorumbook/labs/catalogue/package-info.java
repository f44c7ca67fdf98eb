/** The one list of all exercises. Knows nothing of how one is run or shown. */
@NullMarked
package quorumbook.labs.catalogue;

import org.jspecify.annotations.NullMarked;
