package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.PortTaken;
import quorumbook.labs.cluster.config.NodeFiles;

/**
 * One server of a cluster, whether it runs or not: its folder, its ports, its process. Its effects are guarded by the cluster's
 * lock; its condition may be asked for at any time.
 */
final class Node {
    private static final String LOG = "server.log";
    private static final String CONSOLE = "console.log";
    private static final Duration INHERITED = Duration.ofSeconds(2);
    private static final int LAST_WORDS = 200;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration SIGNAL_PATIENCE = Duration.ofSeconds(5);
    private static final long LEAST_SPACE = 64 << 10;

    /** What we last did to the process. */
    private enum Fate {
        ENDED,
        RUNNING,
        FROZEN
    }

    private final NodeSpec spec;
    private final Path folder;
    private final Disk disk;
    private final NodePorts ports;
    private final PidFiles pids;
    private volatile @Nullable Child child;
    private volatile Fate fate = Fate.ENDED;

    /** @param folder in which the server is started: what we write for it and what it prints lie there */
    Node(NodeSpec spec, Path folder, Disk disk, NodePorts ports, PidFiles pids) {
        this.spec = spec;
        this.folder = folder;
        this.disk = disk;
        this.ports = ports;
        this.pids = pids;
    }

    static String serverLog() {
        return "./" + LOG;
    }

    NodeSpec spec() {
        return spec;
    }

    NodeId id() {
        return spec.id();
    }

    NodePorts ports() {
        return ports;
    }

    /** Seen from outside; whether it is isolated is not for the node to say. */
    Condition condition() {
        Fate now = fate;
        Child current = child;
        if (now == Fate.ENDED || current == null) {
            return Condition.STOPPED;
        }
        if (!current.isAlive()) {
            return Condition.DIED;
        }
        return now == Fate.FROZEN ? Condition.PAUSED : Condition.RUNNING;
    }

    /** Lays what the server reads. */
    void lay(NodeFiles files) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(files.name()), files.text());
        Files.writeString(folder.resolve(files.logName()), files.logText());
        disk.lay(files);
    }

    /** Lays a configuration that somebody else has written, byte by byte, and beside it how the server keeps its log. */
    void lay(Path configuration, NodeFiles files) throws IOException {
        Files.createDirectories(folder);
        Files.copy(configuration, folder.resolve(files.name()), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve(files.logName()), files.logText());
    }

    List<String> start(List<String> command) throws IOException, InterruptedException {
        ports.release();
        // A process that is being forked meanwhile has our socket too, until it closes what it was not meant to have.
        Optional<Integer> taken = Eventually.look(INHERITED, ports::taken, Optional::isEmpty)
                .last()
                .flatMap(port -> port);
        if (taken.isPresent()) {
            throw new PortTaken("Port " + taken.get() + " of " + id()
                    + " is held by another program on this machine. End that program, or "
                    + ports.others() + ".");
        }
        Child started = Child.start(command, folder, folder.resolve(CONSOLE));
        child = started;
        fate = Fate.RUNNING;
        pids.add(started);
        return List.of("process " + started.pid() + " runs");
    }

    List<String> stop() throws InterruptedException {
        Child current = running();
        Fate before = fate;
        fate = Fate.ENDED;
        current.terminate();
        if (!current.awaitEnd(STOP_PATIENCE)) {
            fate = before;
            throw new ClusterException(id() + " was asked to end and still runs after " + STOP_PATIENCE.toSeconds()
                    + " s. /kill " + id() + " ends it without asking.");
        }
        return ended(current, "process " + current.pid() + " ended with exit code " + current.exitCode());
    }

    List<String> kill() throws InterruptedException {
        Child current = running();
        fate = Fate.ENDED;
        current.kill();
        if (!current.awaitEnd(SIGNAL_PATIENCE)) {
            throw new ClusterException("Process " + current.pid() + " of " + id() + " was killed and is still there.");
        }
        return ended(current, "process " + current.pid() + " is gone");
    }

    private List<String> ended(Child gone, String how) {
        pids.remove(gone);
        List<String> evidence = new ArrayList<>(List.of(how));
        if (Ports.refuses(ports.address().client().port())) {
            evidence.add(ports.address().client() + " refuses");
        }
        return evidence;
    }

    List<String> pause() throws InterruptedException {
        Child current = running();
        Signals.freeze(current.pid());
        awaitState(current.pid(), "T", true);
        fate = Fate.FROZEN;
        return List.of("process " + current.pid() + " is in state T (stopped)");
    }

    List<String> resume() throws InterruptedException {
        Child current = running();
        Signals.thaw(current.pid());
        awaitState(current.pid(), "T", false);
        fate = Fate.RUNNING;
        return List.of("process " + current.pid() + " is in state " + Signals.state(current.pid()));
    }

    private void awaitState(long pid, String state, boolean wanted) throws InterruptedException {
        if (!Eventually.holds(SIGNAL_PATIENCE, () -> Signals.state(pid).equals(state) == wanted)) {
            throw new ClusterException("Process " + pid + " of " + id() + " is in state " + Signals.state(pid) + ", "
                    + SIGNAL_PATIENCE.toSeconds() + " s after the signal.");
        }
    }

    Disk disk() {
        return disk;
    }

    /** Empties the data folder, but for what {@code files} lays there before a first start. */
    List<String> wipe(NodeFiles files) throws IOException {
        disk.wipe();
        lay(files);
        return List.of(disk.emptiness(files));
    }

    List<String> serverLog(int lines) throws IOException {
        List<String> log = new ArrayList<>(Tail.of(folder.resolve(LOG), lines));
        log.addAll(Tail.of(folder.resolve(CONSOLE), lines));
        if (Files.exists(folder) && Files.getFileStore(folder).getUsableSpace() < LEAST_SPACE) {
            // The server could not write down why it ended.
            log.add("The disk that holds " + folder + " is full: free some space there, and start the server again.");
        }
        return log.subList(Math.max(0, log.size() - lines), log.size());
    }

    /** Whether its last words say that it could not bind one of its ports. */
    boolean foundPortTaken() {
        try {
            return serverLog(LAST_WORDS).stream().anyMatch(line -> line.contains("Address already in use"));
        } catch (IOException e) {
            throw new ClusterException("Cannot read the server log of " + id() + " (" + e.getMessage() + ").", e);
        }
    }

    Optional<byte[]> dataFile(String path) throws IOException {
        Path data = disk.data();
        Path file = data.resolve(path).normalize();
        if (!file.startsWith(data)) {
            throw new ClusterException(path + " leads out of the data folder of " + id() + ".");
        }
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** Ends the process at once, whatever its condition, without waiting. */
    void end() {
        fate = Fate.ENDED;
        Child current = child;
        if (current != null) {
            current.kill();
        }
        ports.giveUp();
    }

    /** Waits for the end of a process that {@link #end} has killed. */
    void awaitEnd() throws InterruptedException {
        Child current = child;
        if (current != null && current.awaitEnd(SIGNAL_PATIENCE)) {
            pids.remove(current);
        }
    }

    private Child running() {
        Child current = child;
        if (current == null) {
            throw new IllegalStateException(id() + " has no process");
        }
        return current;
    }
}
