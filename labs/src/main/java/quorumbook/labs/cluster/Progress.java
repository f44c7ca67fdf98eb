package quorumbook.labs.cluster;

/** Hears how long work goes on. Called from any thread; must be quick. */
@FunctionalInterface
public interface Progress {
    /** The phase in words for the learner: {@code "starting 2/3"}, {@code "electing"}, {@code "pulling zookeeper:3.9.5"}. */
    void phase(String words);

    static Progress silent() {
        return words -> {};
    }
}
