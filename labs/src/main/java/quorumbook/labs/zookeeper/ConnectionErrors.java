package quorumbook.labs.zookeeper;

import java.util.Set;
import quorumbook.labs.program.Program;

/** Exceptions that speak of the connection, and not of the program: a starved machine brings them about too. */
final class ConnectionErrors {
    private static final Set<String> ALL = Set.of(
            "ConnectionLossException",
            "OperationTimeoutException",
            "RequestTimeoutException",
            "SessionExpiredException",
            "SessionMovedException");

    private ConnectionErrors() {}

    /** Whether one of them ended the program. */
    static boolean ended(Program program) {
        return program.end()
                .filter(end -> !(end instanceof Program.End.Returned))
                .map(Program.End::words)
                .filter(ConnectionErrors::isNamedIn)
                .isPresent();
    }

    /** Whether these words name one. */
    static boolean isNamedIn(String words) {
        return ALL.stream().anyMatch(words::contains);
    }
}
