/**
 * What runs inside each server's JVM besides the server. Goes there in a jar of its own: java.base and nothing else, and
 * knows nothing of the workbook.
 */
@NullMarked
package quorumbook.labs.cluster.process.guard;

import org.jspecify.annotations.NullMarked;
