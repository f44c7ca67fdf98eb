package quorumbook.repl.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.program.NotRunnableException;
import quorumbook.labs.program.Program;
import quorumbook.labs.program.Programs;
import quorumbook.labs.program.Reach;
import quorumbook.labs.program.Report;

/** Runs copies of what the learner has defined, each in a JVM of the pool; whatever runs ends with this. */
public final class LearnerPrograms implements AutoCloseable {
    private final WarmPool pool;
    private final Supplier<LearnerJava> java;

    // Guarded by this.
    private final List<Copy> running = new ArrayList<>();
    private boolean closed;

    /** @param java is asked when a program is started */
    public LearnerPrograms(WarmPool pool, Supplier<LearnerJava> java) {
        this.pool = pool;
        this.java = java;
    }

    /** Those of one attempt: its values are given to each copy, its clock stamps what they report. */
    public Programs of(Map<String, String> given, Clock clock) {
        return of(given, Set.of(), clock);
    }

    /**
     * As above, where a copy reaches no server that it was not given.
     *
     * @param others addresses that servers tell of, {@code host:port} each
     */
    public Programs of(Map<String, String> given, Set<String> others, Clock clock) {
        return new Programs() {
            @Override
            public Program start(String client, Reach reach, String call, Consumer<Report> sink)
                    throws NotRunnableException {
                Connections connections =
                        new Connections(reach.connectString(), reach.bootstrapServers(), given, others);
                Compiled compiled = java.get().compile(call);
                Copy.Task task = new Copy.Task(connections, compiled);
                return LearnerPrograms.this.start(client, task, clock, sink);
            }

            @Override
            public Duration cpu() {
                return cpuOfCopies().plus(java.get().cpu());
            }

            @Override
            public void expect(int copies) {
                pool.expect(copies);
            }
        };
    }

    private synchronized Copy start(String client, Copy.Task task, Clock clock, Consumer<Report> sink) {
        if (closed) {
            throw new ClusterException("The workbook is closing.");
        }
        Copy copy = Copy.start(client, pool.take(), task, clock, sink, this::closed);
        running.add(copy);
        return copy;
    }

    private synchronized void closed(Copy copy) {
        if (running.remove(copy) && running.isEmpty()) {
            pool.refillSoon();
        }
    }

    /** The processor time that the copies which run now have used so far, as far as this machine tells. */
    public Duration cpuOfCopies() {
        return copies().stream().map(Copy::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    /** Ends every copy that still runs, by force. */
    public void endAll() {
        copies().forEach(copy -> {
            try {
                copy.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            copy.close();
        });
    }

    private synchronized List<Copy> copies() {
        return List.copyOf(running);
    }

    /** Ends them; the pool is not this one's. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        endAll();
    }
}
