package quorumbook.repl.engine;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.program.NotRunnableException;
import quorumbook.labs.program.Program;
import quorumbook.labs.program.Programs;
import quorumbook.labs.program.Reach;
import quorumbook.labs.program.Report;
import quorumbook.repl.jvm.ChildJvm;
import quorumbook.repl.jvm.Launch;

/**
 * Runs copies of what the learner has defined. Their JVMs are forked ahead, so that the fourth copy is there as fast as the
 * first; whatever runs ends with this.
 */
public final class LearnerPrograms implements AutoCloseable {
    private static final int ENOUGH_MEGABYTES = 128;

    private final Launch launch;
    private final Supplier<LearnerJava> java;

    // Guarded by this.
    private final Deque<WarmJvm> warm = new ArrayDeque<>();
    private final List<Copy> running = new ArrayList<>();
    private int expected;
    private boolean closed;

    private LearnerPrograms(Launch launch, Supplier<LearnerJava> java) {
        this.launch = launch;
        this.java = java;
    }

    /** Starts nothing yet; {@code java} is asked when a program is. */
    public static LearnerPrograms of(Settings settings, Supplier<LearnerJava> java) {
        return new LearnerPrograms(settings.withHeap(ENOUGH_MEGABYTES).launch(), java);
    }

    /** Those of one attempt: its values are given to each copy, its clock stamps what they report. */
    public Programs of(Map<String, String> given, Clock clock) {
        return new Programs() {
            @Override
            public Program start(String client, Reach reach, String call, Consumer<Report> sink)
                    throws NotRunnableException {
                Connections connections = new Connections(reach.connectString(), reach.bootstrapServers(), given);
                Compiled compiled = java.get().compile(call);
                Copy.Task task = new Copy.Task(LearnerJvm.connection(connections), compiled);
                return LearnerPrograms.this.start(client, task, clock, sink);
            }

            @Override
            public void expect(int copies) {
                LearnerPrograms.this.expect(copies);
            }
        };
    }

    private synchronized Copy start(String client, Copy.Task task, Clock clock, Consumer<Report> sink) {
        if (closed) {
            throw new ClusterException("The workbook is closing.");
        }
        Copy copy = Copy.start(client, take(), task, clock, sink, this::closed);
        running.add(copy);
        return copy;
    }

    private WarmJvm take() {
        while (!warm.isEmpty()) {
            WarmJvm first = warm.removeFirst();
            if (first.jvm().isAlive()) {
                return first;
            }
        }
        try {
            return WarmJvm.fork(launch);
        } catch (UncheckedIOException e) {
            throw new ClusterException(e.getMessage() + " Free some memory, then try again.", e);
        }
    }

    private synchronized void closed(Copy copy) {
        // Only now: while copies run, new JVMs would take the processor from them.
        if (running.remove(copy) && running.isEmpty()) {
            refill();
        }
    }

    /** So many JVMs are forked ahead, and as many again after each trial. Returns at once. */
    public synchronized void expect(int copies) {
        expected = copies;
        while (warm.size() > copies) {
            warm.removeLast().jvm().kill();
        }
        refill();
    }

    private void refill() {
        while (!closed && warm.size() < expected) {
            warm.add(WarmJvm.fork(launch));
        }
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

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            warm.stream().map(WarmJvm::jvm).forEach(ChildJvm::kill);
            warm.clear();
        }
        endAll();
    }
}
