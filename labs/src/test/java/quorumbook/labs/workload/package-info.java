@NullMarked
package quorumbook.labs.workload;

import org.jspecify.annotations.NullMarked;
