package quorumbook.labs.cluster;

/**
 * How the same servers are started without us, for comparisons. No choice of runtime leads here: only {@code bench} asks a
 * backend for its rival.
 */
public interface Rival {
    /** What it is, for a table: {@code "flags of the official start scripts"}. */
    String words();

    /** Starts servers, and returns when they are ready. */
    Running launch(ClusterSpec spec, Run run) throws Exception;

    /** Servers that serve, and how to end them. */
    interface Running extends AutoCloseable {
        /** Empty text if there is no ZooKeeper. */
        String connectString();

        /** Empty text if there is no Kafka. */
        String bootstrapServers();
    }
}
