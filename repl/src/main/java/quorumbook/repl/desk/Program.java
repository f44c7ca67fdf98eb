package quorumbook.repl.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.labs.cell.Cells;
import quorumbook.labs.cluster.Backends;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Folders;
import quorumbook.labs.cluster.Run;
import quorumbook.labs.cluster.RuntimeChoice;
import quorumbook.repl.engine.Compilers;
import quorumbook.repl.engine.WarmPool;

/** What one start of the program owns: its run, and the clusters that it makes when the first is needed. */
public final class Program implements AutoCloseable {
    private static final String CLOSING = "The workbook is closing.";

    private final Places places;
    private final RuntimeChoice choice;
    private final Run run;
    private final WarmPool warmPool = WarmPool.of(LearnerArchive.settings());
    private Optional<Cells> cells = Optional.empty();
    private Optional<Compilers> compilers = Optional.empty();
    private Optional<Backends.Chosen> chosen = Optional.empty();
    private volatile Optional<Clusters> clusters = Optional.empty();
    // Guarded by this.
    private final List<Station> stations = new ArrayList<>();
    private volatile boolean closed;

    private Program(Places places, RuntimeChoice choice, Run run) {
        this.places = places;
        this.choice = choice;
        this.run = run;
    }

    /** Begins; whatever ends the JVM short of SIGKILL closes it too. */
    public static Program begin(Places places, RuntimeChoice choice) {
        Program program = new Program(places, choice, Run.begin(places.state()));
        Runtime.getRuntime().addShutdownHook(new Thread(program::close, "quorumbook-closing"));
        return program;
    }

    public Places places() {
        return places;
    }

    public Run run() {
        return run;
    }

    /** JVMs forked ahead for copies of the learner's program; handed on from desk to desk. */
    WarmPool warmPool() {
        return warmPool;
    }

    /**
     * A sandbox for one submission of a stranger's.
     *
     * @throws ClusterException if there can be none here
     */
    synchronized Sandbox sandbox() {
        if (cells.isEmpty()) {
            cells = Optional.of(Cells.need());
        }
        return new Sandbox(cells.get(), run);
    }

    /** What compiles strangers' submissions, one after the other. */
    synchronized Compilers compilers() {
        if (closed) {
            throw new ClusterException("The workbook is closing.");
        }
        if (compilers.isEmpty()) {
            compilers = Optional.of(new Compilers());
        }
        return compilers.get();
    }

    /**
     * Chooses a runtime, once; may take a second.
     *
     * @throws quorumbook.labs.cluster.ClusterException if none can run here
     */
    public synchronized Backends.Chosen chosen() {
        if (chosen.isEmpty()) {
            chosen = Optional.of(Backends.choose(choice));
        }
        return chosen.get();
    }

    /** The clusters of this run; the first call sweeps away what runs that died have left. */
    public synchronized Clusters clusters() {
        if (closed) {
            throw new ClusterException(CLOSING);
        }
        if (clusters.isEmpty()) {
            Backends.Chosen backend = chosen();
            sweep();
            clusters = Optional.of(new Clusters(backend.backend(), run));
        }
        return clusters.get();
    }

    /** What one more of several that work side by side has to itself; it ends when it is closed, or with this. */
    public synchronized Station station() {
        if (closed) {
            throw new ClusterException(CLOSING);
        }
        Station station = new Station(chosen().backend(), run);
        stations.add(station);
        return station;
    }

    /** Removes what runs that died have left; sentences for what was removed. */
    public List<String> sweep() {
        List<String> swept = chosen().backend().sweep(run);
        run.dead().forEach(dead -> remove(run.folder(dead)));
        return swept;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        warmPool.close();
        compilers.ifPresent(Compilers::close);
        // Nobody begins another once closed is set.
        stations.forEach(Station::close);
        clusters.ifPresent(Clusters::end);
        run.close();
        remove(run.folder());
    }

    private static void remove(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }
}
