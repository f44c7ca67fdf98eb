package quorumbook.repl.engine;

/** A variable of the learner's, as it is now. */
public record Variable(String type, String name, String value) {}
