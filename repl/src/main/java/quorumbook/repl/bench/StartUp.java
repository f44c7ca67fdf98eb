package quorumbook.repl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Folders;
import quorumbook.labs.cluster.Progress;
import quorumbook.repl.desk.Places;
import quorumbook.repl.desk.Program;

/** From {@code exec} to the first prompt, and to the first answer; against the JDK's own {@code jshell}. */
final class StartUp implements Contest {
    private static final Figure PROMPT =
            new Figure("prompt", "exec to the first prompt", Unit.SECONDS, new Goal.Ratio(0.2));
    private static final Figure ANSWER =
            new Figure("answer", "exec to the first answer of a snippet", Unit.SECONDS, new Goal.Ratio(0.35));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern VALUE = Pattern.compile(Pattern.quote("$1 ==> 2"));
    private static final Duration TRAINING = Duration.ofMinutes(3);

    private final Program program;
    private final Places places;
    private final Path javaHome = Path.of(System.getProperty("java.home"));
    private final Pattern ourPrompt;
    /** Once something is to be started. */
    private Optional<Path> folder = Optional.empty();

    /** @param lesson the lesson that a newcomer is shown: its name is the prompt */
    StartUp(Program program, String lesson) {
        this.program = program;
        this.places = program.places();
        this.ourPrompt = Pattern.compile(Pattern.quote(lesson + "> "));
    }

    @Override
    public List<Figure> figures() {
        return List.of(PROMPT, ANSWER);
    }

    @Override
    public String opponent() {
        return "jshell of the same JDK, each in a terminal of its own, with a warm disk";
    }

    @Override
    public Optional<String> hindrance() {
        if (!isOnPath("script")
                || !isOnPath("stty")
                || !System.getProperty("os.name").equals("Linux")) {
            return Optional.of("needs `script` of util-linux (Debian: apt install bsdutils) and `stty`");
        }
        return Files.isExecutable(launcher())
                ? Optional.empty()
                : Optional.of(launcher() + " is not there; bench compares the program as it is installed");
    }

    private static boolean isOnPath(String tool) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(each -> !each.isEmpty() && Files.isExecutable(Path.of(each, tool)));
    }

    private Path launcher() {
        return places.home().resolve("quorumbook");
    }

    @Override
    public void prepare(Set<String> wanted, Progress progress) throws Exception {
        folder = Optional.of(Files.createTempDirectory("quorumbook-bench"));
        // Else each start would train servers' archives, and be in its own way.
        progress.phase("making the servers' class-data archives where there are none, which takes a minute");
        program.chosen().backend().warm(program.run());
        progress.phase("a first start, which makes the workbook's class-data archives");
        ours(wanted);
        if (!Eventually.holds(TRAINING, () -> !isTraining())) {
            progress.phase(
                    "measuring without archives: they were not made within " + TRAINING.toMinutes() + " minutes");
        }
        ours(wanted);
        other(wanted);
    }

    /** The launcher leaves a mark while it trains, and if it failed. */
    private boolean isTraining() throws IOException {
        try (Stream<Path> files = Files.list(places.home().resolve("repl/target/app"))) {
            return files.anyMatch(file -> file.toString().endsWith(".untrained"));
        }
    }

    @Override
    public Map<String, Double> ours(Set<String> wanted) throws Exception {
        Map<String, String> environment = Map.of(
                "JAVA_HOME", javaHome.toString(),
                "TERM", "xterm-256color",
                "QUORUMBOOK_DATA",
                        Files.createTempDirectory(folder.orElseThrow(), "data").toString(),
                "QUORUMBOOK_STATE", places.state().toString());
        return measure(List.of(launcher().toString()), environment, ourPrompt, wanted);
    }

    @Override
    public Map<String, Double> other(Set<String> wanted) throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", javaHome.toString(), "TERM", "xterm-256color");
        List<String> command = List.of(javaHome.resolve("bin").resolve("jshell").toString());
        return measure(command, environment, Pattern.compile("(?m)^jshell> "), wanted);
    }

    private Map<String, Double> measure(
            List<String> command, Map<String, String> environment, Pattern prompt, Set<String> wanted)
            throws IOException, InterruptedException, TimeoutException {
        try (PseudoTerminal terminal = PseudoTerminal.start(command, environment, folder.orElseThrow())) {
            double first = Unit.SECONDS.of(terminal.await(prompt, PATIENCE));
            if (!wanted.contains(ANSWER.name())) {
                terminal.type("/exit\r");
                return Map.of(PROMPT.name(), first);
            }
            terminal.type("1 + 1\r");
            double answer = Unit.SECONDS.of(terminal.await(VALUE, PATIENCE));
            terminal.type("/exit\r");
            return Map.of(PROMPT.name(), first, ANSWER.name(), answer);
        }
    }

    @Override
    public void close() {
        if (folder.isEmpty()) {
            return;
        }
        try {
            Folders.delete(folder.get());
        } catch (IOException e) {
            throw new IllegalStateException("cannot delete " + folder.get(), e);
        }
    }
}
