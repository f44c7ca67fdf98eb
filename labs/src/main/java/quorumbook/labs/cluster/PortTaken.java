package quorumbook.labs.cluster;

/** Another program took a port between our finding it free and our server's binding it: on other ports all may be well. */
public final class PortTaken extends ClusterException {
    private static final long serialVersionUID = 1L;

    public PortTaken(String message) {
        super(message);
    }

    public PortTaken(String message, Throwable cause) {
        super(message, cause);
    }
}
