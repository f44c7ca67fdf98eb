package quorumbook.repl.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a completion script for a shell. */
@Command(
        name = "completion",
        description = "Write a completion script for your shell.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "bash, zsh:  source <(./quorumbook completion bash)",
            "fish:       ./quorumbook completion fish | source"
        })
final class CompletionCli implements Callable<Integer> {
    /** The shells that we write for. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    @Parameters(index = "0", paramLabel = "bash|zsh|fish", description = "Which shell.")
    private Shell shell = Shell.bash;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        PrintWriter out = root.getOut();
        out.print(shell == Shell.fish ? fish(root) : AutoComplete.bash("quorumbook", root));
        out.flush();
        return 0;
    }

    /** picocli writes bash (which zsh reads too); fish wants a line per word. */
    private static String fish(CommandLine root) {
        StringBuilder script = new StringBuilder("complete -c quorumbook -f\n");
        for (Map.Entry<String, CommandLine> each : root.getSubcommands().entrySet()) {
            CommandSpec command = each.getValue().getCommandSpec();
            script.append("complete -c quorumbook -n __fish_use_subcommand -a %s -d '%s'%n"
                    .formatted(each.getKey(), about(command)));
            command.options()
                    .forEach(option ->
                            script.append("complete -c quorumbook -n '__fish_seen_subcommand_from %s' -l %s -d '%s'%n"
                                    .formatted(
                                            each.getKey(),
                                            option.longestName().replaceFirst("^--", ""),
                                            option.description().length == 0
                                                    ? ""
                                                    : option.description()[0].replace("'", ""))));
        }
        return script.toString();
    }

    private static String about(CommandSpec command) {
        String[] description = command.usageMessage().description();
        return description.length == 0 ? "" : description[0].replace("'", "");
    }
}
