package quorumbook.repl.grade;

import quorumbook.labs.cluster.ClusterException;

/** There were no servers to begin on, in which no submission has a part; the message is a sentence. */
final class NoServersException extends ClusterException {
    private static final long serialVersionUID = 1L;

    NoServersException(ClusterException why) {
        // What a desk adds to it is for somebody who sits there.
        super(String.valueOf((why.getCause() instanceof ClusterException first ? first : why).getMessage()), why);
    }
}
