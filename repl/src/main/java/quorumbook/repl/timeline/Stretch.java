package quorumbook.repl.timeline;

/**
 * From one moment to another.
 *
 * @param from the number of the moment with which it begins
 * @param to the number of the moment with which it ends; past the last one if it lasts
 */
public record Stretch(Lane lane, State state, int from, int to) {
    /** Whether somebody is in that state after the moment of that number, and up to the next. */
    boolean follows(int number) {
        return from <= number && number < to;
    }
}
