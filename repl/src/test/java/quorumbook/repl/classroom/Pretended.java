package quorumbook.repl.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import quorumbook.repl.format.Case;
import quorumbook.repl.format.Formats;

/** A grader that hands out what it was given, for scripts that call one. */
record Pretended(Path folder) {
    /** One that keeps its notes below that folder and lies where it is told. */
    static Pretended in(Path root, Path quorumbook) throws IOException {
        Pretended grader = new Pretended(Files.createDirectory(root.resolve("pretended")));
        grader.layIn(quorumbook);
        return grader;
    }

    /** Lays the grader where a clone of the project would be. */
    private void layIn(Path quorumbook) throws IOException {
        Files.createDirectories(quorumbook);
        try (InputStream in = Pretended.class.getResourceAsStream("pretended-quorumbook.sh")) {
            Files.write(quorumbook.resolve("quorumbook"), in.readAllBytes());
        }
    }

    /** From now on it hands out that result, in that format. */
    void handOut(String format, Case each) throws IOException {
        Formats.named(format).orElseThrow().write(results(), each.scored());
    }

    /** Runs a script, its output and exit code at the end. */
    String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder building = new ProcessBuilder(command).redirectErrorStream(true);
        building.environment()
                .put("PRETENDED", Files.createDirectories(results()).toString());
        building.environment().put("CALLS", folder.resolve("calls").toString());
        building.environment().putAll(environment);
        Process process = building.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + "exit " + process.waitFor();
    }

    /** The options it was called with, and the files that it was given. */
    List<String> calls() {
        try {
            Path calls = folder.resolve("calls");
            return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path results() {
        return folder.resolve("results");
    }
}
