@NullMarked
package quorumbook.lessons;

import org.jspecify.annotations.NullMarked;
