/** The ZooKeeper exercises, a class each, and what they share. Knows nothing of prompts, lessons or runtimes. */
@NullMarked
package quorumbook.labs.zookeeper;

import org.jspecify.annotations.NullMarked;
