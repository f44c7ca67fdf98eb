/**
 * The sub-commands, one class each, with picocli; loaded only when one is asked for, since picocli would slow the way to
 * the first prompt. Knows what to call, not how anything is done.
 */
@NullMarked
package quorumbook.repl.cli;

import org.jspecify.annotations.NullMarked;
