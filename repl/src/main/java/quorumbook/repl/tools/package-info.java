/**
 * The real command-line tools at the prompt: ZooKeeper's shell in this JVM, Kafka's tools in a warm one beside it. Knows
 * nothing of lessons or terminals, and never ends the program.
 */
@NullMarked
package quorumbook.repl.tools;

import org.jspecify.annotations.NullMarked;
