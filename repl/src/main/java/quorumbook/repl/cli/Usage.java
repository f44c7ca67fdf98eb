package quorumbook.repl.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** How a command says that it was called wrongly: a sentence, how it is called, and the exit code for that. */
final class Usage {
    private Usage() {}

    static ParameterException wrong(CommandSpec spec, String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
