/** The Kafka exercises, a class each, and what they share. Knows nothing of prompts, lessons or runtimes. */
@NullMarked
package quorumbook.labs.kafka;

import org.jspecify.annotations.NullMarked;
