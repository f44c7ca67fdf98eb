package quorumbook.repl.format;

import java.util.List;
import java.util.Optional;

/** The formats there are. */
public final class Formats {
    private static final List<Format> ALL = List.of(
            new NativeJson(),
            new JUnitXml(),
            new Gradescope(),
            new GitHubClassroom(),
            new Exercism(),
            new GradebookCsv());

    private Formats() {}

    /** The format of that name, such as {@code junit}. */
    public static Optional<Format> named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /** For help, and for saying what there is. */
    public static List<String> names() {
        return ALL.stream().map(Format::name).toList();
    }
}
