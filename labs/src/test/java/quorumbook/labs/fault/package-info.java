@NullMarked
package quorumbook.labs.fault;

import org.jspecify.annotations.NullMarked;
