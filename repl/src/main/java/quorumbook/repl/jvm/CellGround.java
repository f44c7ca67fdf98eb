package quorumbook.repl.jvm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import quorumbook.labs.cell.Cell;
import quorumbook.labs.cell.Cells;
import quorumbook.labs.cell.Furniture;
import quorumbook.labs.cell.Limit;
import quorumbook.labs.cluster.Run;

/** Starts JVMs in cells, with the agent and nothing else of ours, and remembers what they were ended for. */
public final class CellGround implements Ground {
    private final Cells cells;
    private final Run run;
    private final Set<Limit> noted = new ConcurrentSkipListSet<>();
    private volatile Optional<String> trouble = Optional.empty();

    public CellGround(Cells cells, Run run) {
        this.cells = cells;
        this.run = run;
    }

    @Override
    public Cell start(Launch launch) throws IOException {
        List<Path> jars = new ArrayList<>(launch.classPath());
        jars.removeIf(Launch.agentPath()::equals);
        jars.add(AgentJar.of(run.folder()));
        return cells.open(new Furniture(jars, launch.switches(), launch.mainClass(), launch.heapMegabytes()), run);
    }

    @Override
    public Bounds bounds() {
        return Bounds.STRANGERS;
    }

    @Override
    public void noted(Limit limit) {
        noted.add(limit);
    }

    @Override
    public void failed(String words) {
        trouble = trouble.or(() -> Optional.of(words));
    }

    /** Why a JVM did not start here, if one did not. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** What has been reached so far. */
    public Set<Limit> limits() {
        return Set.copyOf(noted);
    }
}
