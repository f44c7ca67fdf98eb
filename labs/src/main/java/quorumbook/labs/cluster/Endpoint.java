package quorumbook.labs.cluster;

/** Where a node answers. */
public record Endpoint(String host, int port) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
