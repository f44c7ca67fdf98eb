package quorumbook.repl.bench;

/**
 * A row of the table.
 *
 * @param name what {@code --only} takes
 * @param what what is measured, in words
 */
record Figure(String name, String what, Unit unit, Goal goal) {}
