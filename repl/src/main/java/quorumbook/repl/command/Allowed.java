package quorumbook.repl.command;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The commands that a submission may use: those that a saved submission holds, and those that only show. Every
 * other one could read or write files of this machine, or go to another exercise than the one that is judged.
 */
final class Allowed {
    private static final Set<String> THAT_SHOW = Set.of("cluster", "check", "logs", "help", "exit");

    private Allowed() {}

    static boolean toStrangers(Command command) {
        return command.isPartOfSubmission() || THAT_SHOW.contains(command.name());
    }

    /** Their names, for a sentence. */
    static String names() {
        return Commands.all().stream()
                .filter(Allowed::toStrangers)
                .map(command -> "/" + command.name())
                .collect(Collectors.joining(", "));
    }
}
