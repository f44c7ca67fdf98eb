package quorumbook.repl.command;

import java.util.List;
import java.util.stream.Collectors;
import quorumbook.lessons.Nearest;

/** What to say to a command that there is not, or not only once. */
final class Typos {
    private Typos() {}

    /** @param typed the name without the slash */
    static String unknown(String shown, String typed) {
        List<Command> possible = Commands.beginningWith(typed);
        if (possible.size() > 1) {
            return "'" + shown + "' may be "
                    + listed(possible.stream().map(Command::name).toList()) + ".";
        }
        List<String> near =
                Nearest.of(typed, Commands.all().stream().map(Command::name).toList());
        return "There is no command '" + shown + "'."
                + (near.isEmpty() ? " /help lists them." : " Did you mean " + listed(near) + "?");
    }

    private static String listed(List<String> names) {
        return names.stream().map(name -> "/" + name).collect(Collectors.joining(", "));
    }
}
