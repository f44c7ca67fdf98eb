/**
 * What clients do while something goes wrong: they write, and note for each write whether it was acknowledged, refused, or
 * nobody knows. Knows nothing of faults, nor of what the writes are judged by.
 */
@NullMarked
package quorumbook.labs.workload;

import org.jspecify.annotations.NullMarked;
