package quorumbook.labs.cluster;

/** Something on our side of the cluster went wrong; the message is a sentence for the learner with what to do next. */
public class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClusterException(String message) {
        super(message);
    }

    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
