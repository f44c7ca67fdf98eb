package quorumbook.repl.tools;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.zookeeper.cli.CliCommand;
import org.apache.zookeeper.cli.CommandFactory;

/** What zkCli can do: its commands with their options. */
final class ZkCommands {
    private static final Pattern OPTION = Pattern.compile("(?<=^|[\\s\\[|])-[A-Za-z]+");

    /** Commands of the shell itself, which need no server. */
    private static final Map<String, String> OF_THE_SHELL = Map.of(
            "connect", "host:port", "history", "", "redo", "cmdno", "printwatches", "on|off", "quit", "", "help", "");

    private final SortedMap<String, CommandFactory.Command> ofServers = new TreeMap<>();
    private final SortedMap<String, String> options = new TreeMap<>(OF_THE_SHELL);

    ZkCommands() {
        for (CommandFactory.Command each : CommandFactory.Command.values()) {
            CliCommand command = CommandFactory.getInstance(each);
            ofServers.put(command.getCmdStr(), each);
            options.put(command.getCmdStr(), command.getOptionStr());
        }
    }

    SortedSet<String> names() {
        return new TreeSet<>(options.keySet());
    }

    /** A fresh one, since a command keeps what it parsed. */
    Optional<CliCommand> ofServers(String name) {
        return Optional.ofNullable(ofServers.get(name)).map(CommandFactory::getInstance);
    }

    boolean isOfTheShell(String name) {
        return OF_THE_SHELL.containsKey(name);
    }

    /** The flags that a command takes, such as {@code -R}. */
    List<String> flags(String name) {
        return OPTION.matcher(options.getOrDefault(name, ""))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** Every command with its options, one a line, as zkCli lists them. */
    String usage() {
        return options.entrySet().stream()
                .map(each -> ("\t" + each.getKey() + " " + each.getValue()).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }
}
