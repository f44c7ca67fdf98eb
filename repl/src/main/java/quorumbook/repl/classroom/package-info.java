/**
 * Folders that make a course's own system call {@code ./quorumbook grade}: scripts, settings and instructions, ready to be
 * filled in. Knows where the files go, and nothing of grading.
 */
@NullMarked
package quorumbook.repl.classroom;

import org.jspecify.annotations.NullMarked;
