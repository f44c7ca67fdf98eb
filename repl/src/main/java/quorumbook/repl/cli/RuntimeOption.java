package quorumbook.repl.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import quorumbook.labs.cluster.RuntimeChoice;

/** {@code --runtime}, or {@code QUORUMBOOK_RUNTIME}, or auto. */
final class RuntimeOption {
    @Option(
            names = "--runtime",
            paramLabel = "auto|containers|processes",
            description =
                    "How servers run: containers if an engine answers, else processes (auto, the default); or one "
                            + "of the two. Also QUORUMBOOK_RUNTIME.")
    private String runtime = "";

    RuntimeChoice choice() {
        String environment =
                Optional.ofNullable(System.getenv("QUORUMBOOK_RUNTIME")).orElse("");
        String word = runtime.isBlank() ? environment : runtime;
        return word.isBlank() ? RuntimeChoice.AUTO : RuntimeChoice.of(word);
    }
}
