/**
 * A shape and where its nodes find each other → the files that real servers read, and how their JVMs are started. The only
 * place where a configuration key, a server's flag or a product's version is written. Knows nothing of processes,
 * containers, or whether anything runs; it writes no file itself.
 */
@NullMarked
package quorumbook.labs.cluster.config;

import org.jspecify.annotations.NullMarked;
