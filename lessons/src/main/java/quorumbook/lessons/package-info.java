/**
 * The text of the workbook: what a lesson is, the order of lessons, and the lint that keeps both whole. Reading is quick,
 * since the first prompt waits for it. Knows nothing of labs, clusters, Java that is evaluated, or terminals: a check is an
 * id and a ladder of hints here, and Markdown stays Markdown.
 */
@NullMarked
package quorumbook.lessons;

import org.jspecify.annotations.NullMarked;
