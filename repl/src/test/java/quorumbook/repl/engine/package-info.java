/** What the learner's Java promises, tried on real JVMs. */
@NullMarked
package quorumbook.repl.engine;

import org.jspecify.annotations.NullMarked;
