package quorumbook.labs.cluster;

/** Whether a backend can be used here. */
public sealed interface Availability {
    /** The sentence that the first screen shows. */
    String why();

    record Available(String why) implements Availability {}

    /** @param remedy what the person can do about it */
    record Unavailable(String why, String remedy) implements Availability {}
}
