package quorumbook.labs.cluster;

/**
 * One line of {@code doctor}.
 *
 * @param subject what was looked at: {@code "Docker engine"}
 * @param found what was found
 * @param remedy what to do about it; empty text when there is nothing to do
 */
public record Finding(Level level, String subject, String found, String remedy) {
    /** Fine; works, but worth knowing; labs cannot run this way. */
    public enum Level {
        GOOD,
        NOTE,
        BAD
    }
}
