/**
 * The course of an attempt as lanes: what each server, each client and the learner did when, made from a history alone, and
 * drawn as a page for the terminal or as a file for a browser. Knows nothing of terminals, clusters or verdicts.
 */
@NullMarked
package quorumbook.repl.timeline;

import org.jspecify.annotations.NullMarked;
