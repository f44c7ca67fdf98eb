package quorumbook.labs.cluster;

/**
 * How the same servers are started without us, for comparisons. No choice of runtime leads here: only {@code bench} asks a
 * backend for its rival.
 */
public interface Rival {
    /** What it is, for a table: {@code "flags of the official start scripts"}. */
    String words();

    /**
     * Starts servers, and returns when they are ready.
     *
     * @return ends them
     */
    AutoCloseable launch(ClusterSpec spec, Run run) throws Exception;
}
