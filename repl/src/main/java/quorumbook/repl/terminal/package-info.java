/**
 * What a person sees and types: the line editor, the status line, pages on a screen, a script on standard input. The only
 * importer of JLine and the only code that prints. Knows nothing of lessons, clusters or Java: it talks to a conversation.
 */
@NullMarked
package quorumbook.repl.terminal;

import org.jspecify.annotations.NullMarked;
