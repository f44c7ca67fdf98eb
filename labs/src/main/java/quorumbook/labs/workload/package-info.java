/**
 * What clients do while something goes wrong: they write, and note for each write whether it was acknowledged, refused, or
 * nobody knows; and what our own clients read of a tree. Knows nothing of faults, nor of what is judged by it.
 */
@NullMarked
package quorumbook.labs.workload;

import org.jspecify.annotations.NullMarked;
