package quorumbook.repl.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program as somebody starts it to grade, in a process of its own, with a state folder of its own. */
final class GradeProcess {
    private static final int PATIENCE_MINUTES = 10;

    private final Path state;
    private final Path log;
    private final Process process;

    private GradeProcess(Path state, Path log, Process process) {
        this.state = state;
        this.log = log;
        this.process = process;
    }

    static GradeProcess start(Path folder, String... arguments) throws IOException {
        return startAt(home(), folder, arguments);
    }

    /** As it is installed in another place. */
    static GradeProcess startAt(Path home, Path folder, String... arguments) throws IOException {
        Path state = folder.resolve("state");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dquorumbook.home=" + home,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "quorumbook.repl.Main"));
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("QUORUMBOOK_STATE", state.toString());
        builder.environment().put("QUORUMBOOK_DATA", folder.resolve("data").toString());
        builder.environment().put("QUORUMBOOK_RUNTIME", "processes");
        return new GradeProcess(state, log, builder.start());
    }

    static Path home() {
        return Path.of(System.getProperty("quorumbook.home", ".."))
                .toAbsolutePath()
                .normalize();
    }

    Process process() {
        return process;
    }

    int exitCode() throws InterruptedException, IOException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("not over after " + PATIENCE_MINUTES + " minutes:\n" + said());
        }
        return process.exitValue();
    }

    /** What it has written to both of its streams, each wrapped paragraph on one line. */
    String said() throws IOException {
        return Files.readString(log).replaceAll("\\s+", " ");
    }

    /** The ids of all runs that have begun in this state folder and were not cleaned away. */
    List<String> runs() throws IOException {
        Path runs = state.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(runs)) {
            return all.map(run -> run.getFileName().toString()).toList();
        }
    }

    /** The servers of those runs that live. */
    static List<ProcessHandle> servers(List<String> runs) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> runs.stream().anyMatch(run -> line.contains("-Dquorumbook.run=" + run)))
                        .isPresent())
                .toList();
    }
}
