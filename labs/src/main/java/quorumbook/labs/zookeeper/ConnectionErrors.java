package quorumbook.labs.zookeeper;

import java.util.Set;

/** Exceptions that speak of the connection, and not of the program: a starved machine brings them about too. */
final class ConnectionErrors {
    private static final Set<String> ALL = Set.of(
            "ConnectionLossException",
            "OperationTimeoutException",
            "RequestTimeoutException",
            "SessionExpiredException",
            "SessionMovedException");

    private ConnectionErrors() {}

    /** Whether these words name one. */
    static boolean isNamedIn(String words) {
        return ALL.stream().anyMatch(words::contains);
    }
}
