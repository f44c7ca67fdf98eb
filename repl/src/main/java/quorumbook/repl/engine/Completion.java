package quorumbook.repl.engine;

/**
 * A way to go on.
 *
 * @param from where in the source the text that it replaces begins
 * @param text what stands there afterwards
 * @param isFinal whether it ends a word, unlike {@code zk.} or {@code getData(}
 */
public record Completion(int from, String text, boolean isFinal) {}
