@NullMarked
package quorumbook.labs.reset;

import org.jspecify.annotations.NullMarked;
