/**
 * Compares what we do with how it is done without us: start-up, snippets, servers, checks, in alternating runs. Knows nothing
 * of the command line, and passes no verdict on a build: a figure that misses its goal is shown, and that is all.
 */
@NullMarked
package quorumbook.repl.bench;

import org.jspecify.annotations.NullMarked;
