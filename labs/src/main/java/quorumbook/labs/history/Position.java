package quorumbook.labs.history;

/**
 * Where the cluster put a write: a zxid in the log of the ensemble, an offset in the log of a partition.
 *
 * @param log {@link #ENSEMBLE}, or a partition: {@code "orders-0"}
 */
public record Position(String log, long at) {
    public static final String ENSEMBLE = "ensemble";

    public static Position zxid(long bits) {
        return new Position(ENSEMBLE, bits);
    }

    public static Position offset(String topic, int partition, long offset) {
        return new Position(topic + "-" + partition, offset);
    }
}
