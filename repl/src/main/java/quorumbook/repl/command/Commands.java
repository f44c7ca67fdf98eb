package quorumbook.repl.command;

import java.util.List;
import java.util.Optional;
import quorumbook.labs.cluster.Cluster;
import quorumbook.repl.desk.Desk.Values;

/** Every workbook command, in the order in which {@code /help} shows them. */
public final class Commands {
    private static final List<Command> ALL = List.of(
            new LessonsCommand(),
            new NextCommand(),
            new BackCommand(),
            new GotoCommand(),
            new PredictCommand(),
            new CheckCommand(),
            new HintCommand(),
            new AnswerCommand(),
            new SkipCommand(),
            new AgainCommand("reset", "clean the cluster and begin the exercise again", Values.SAME),
            new AgainCommand("retry", "begin the exercise again with new names and values", Values.NEW),
            new ClusterCommand(),
            new TimelineCommand(),
            new AwaitCommand(),
            new NodeCommand("start", "start servers", Cluster::start),
            new NodeCommand("stop", "ask servers to end", Cluster::stop),
            new NodeCommand("kill", "end servers without asking", Cluster::kill),
            new NodeCommand("restart", "stop and start servers", Cluster::restart),
            new NodeCommand("pause", "freeze servers: connections stay open, nothing answers", Cluster::pause),
            new NodeCommand("resume", "let frozen servers go on", Cluster::resume),
            new NodeCommand("isolate", "cut servers off from the other servers", Cluster::isolate),
            new NodeCommand("rejoin", "connect isolated servers again", Cluster::rejoin),
            new NodeCommand("wipe", "empty the data folder of servers that do not run", Cluster::wipe),
            new LogsCommand(),
            new ProgressCommand(),
            new VarsCommand(),
            new ListCommand(),
            new EditCommand(),
            new OpenCommand(),
            new WatchCommand(),
            new SaveCommand(),
            new HistoryCommand(),
            new JavaCommand(),
            new HelpCommand(),
            new ExitCommand());

    private Commands() {}

    public static List<Command> all() {
        return ALL;
    }

    /** The command of that name, or the only one whose name begins so. */
    public static Optional<Command> find(String typed) {
        List<Command> possible = beginningWith(typed);
        Optional<Command> exact = possible.stream()
                .filter(command -> command.name().equals(typed))
                .findFirst();
        return exact.isPresent() || possible.size() != 1 ? exact : Optional.of(possible.get(0));
    }

    static List<Command> beginningWith(String typed) {
        return ALL.stream().filter(command -> command.name().startsWith(typed)).toList();
    }
}
