/**
 * What runs inside a JVM that does something for the learner: it loads and invokes what JShell compiled, or runs the main
 * class of a tool, and speaks in frames over its standard streams. Needs java.base alone; only the classes named after
 * ZooKeeper and Kafka touch those libraries, and only when they are asked for. Knows nothing of the workbook.
 */
@NullMarked
package quorumbook.agent;

import org.jspecify.annotations.NullMarked;
