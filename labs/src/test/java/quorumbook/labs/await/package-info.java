@NullMarked
package quorumbook.labs.await;

import org.jspecify.annotations.NullMarked;
