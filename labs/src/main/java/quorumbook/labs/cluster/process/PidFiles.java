package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import quorumbook.labs.cluster.ClusterException;

/**
 * Which processes a run has started, written down so that a later run can end those that outlived it. A pid alone proves
 * nothing, for pids are used again: the mark on the command line does, or the moment of birth where command lines are hidden.
 */
final class PidFiles {
    private static final String FOLDER = "pids";
    /** The clock by which the kernel reckons a birth may be set; a pid does not come round again so soon. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path folder;
    private final String mark;

    PidFiles(Path run, String id) {
        this.folder = run.resolve(FOLDER);
        this.mark = mark(id);
    }

    /** The flag by which every server of a run can be known. First among the flags: a long command line is shown in part. */
    static String mark(String run) {
        return "-Dquorumbook.run=" + run;
    }

    void add(Child child) throws IOException {
        Files.createDirectories(folder);
        String birth =
                child.handle().info().startInstant().map(Instant::toString).orElse("");
        Files.writeString(folder.resolve(String.valueOf(child.pid())), birth);
    }

    void remove(Child child) {
        try {
            Files.deleteIfExists(folder.resolve(String.valueOf(child.pid())));
        } catch (IOException e) {
            throw new ClusterException("Cannot delete the pid file of process " + child.pid() + ".", e);
        }
    }

    /** Ends those of a dead run that are still there; returns their pids. */
    List<Long> killSurvivors() throws IOException {
        List<ProcessHandle> survivors = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                survivor(file).ifPresent(survivors::add);
            }
        }
        survivors.forEach(ProcessHandle::destroyForcibly);
        awaitEnds(survivors);
        return survivors.stream().map(ProcessHandle::pid).toList();
    }

    private Optional<ProcessHandle> survivor(Path file) throws IOException {
        String birth = Files.readString(file);
        return ProcessHandle.of(Long.parseLong(file.getFileName().toString()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> isOurs(process.info(), birth));
    }

    private boolean isOurs(ProcessHandle.Info process, String birth) {
        return process.commandLine()
                .map(line -> line.contains(mark))
                .orElseGet(() -> process.startInstant()
                        .map(started -> isSameMoment(started, birth))
                        .orElse(false));
    }

    private static boolean isSameMoment(Instant started, String birth) {
        try {
            return Duration.between(Instant.parse(birth), started).abs().compareTo(TOLERANCE) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void awaitEnds(List<ProcessHandle> processes) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new ClusterException(
                    "Servers left by a workbook that died do not end when killed: "
                            + processes.stream()
                                    .filter(ProcessHandle::isAlive)
                                    .map(ProcessHandle::pid)
                                    .toList(),
                    e);
        }
    }
}
