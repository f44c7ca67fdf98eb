@NullMarked
package quorumbook.labs;

import org.jspecify.annotations.NullMarked;
