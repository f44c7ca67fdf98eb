/**
 * Clusters as containers on a Docker engine: engine, images, networks, nodes, and the sweep of what dead runs have left.
 * Testcontainers finds the way to the engine and guards with Ryuk where it can; the servers themselves are started with
 * plain {@code java}. Knows nothing of what a configuration says ({@code cluster.config}) or of labs and lessons.
 */
@NullMarked
package quorumbook.labs.cluster.container;

import org.jspecify.annotations.NullMarked;
