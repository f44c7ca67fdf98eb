package quorumbook.repl.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import quorumbook.labs.cell.Cell;

/** A JVM as a process of this user: it may do whatever the user may. */
public final class ProcessCell implements Cell {
    private final Process process;
    // Guarded by this.
    private Optional<Standstill> standstill = Optional.empty();

    private ProcessCell(Process process) {
        this.process = process;
    }

    /** Forks it and returns at once. */
    public static ProcessCell start(List<String> command) throws IOException {
        return new ProcessCell(new ProcessBuilder(command).start());
    }

    @Override
    public InputStream output() {
        return process.getInputStream();
    }

    @Override
    public InputStream errors() {
        return process.getErrorStream();
    }

    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void kill() {
        process.destroyForcibly();
        standstill().ifPresent(Standstill::forget);
    }

    @Override
    public synchronized void pause() throws IOException, InterruptedException {
        if (standstill.isEmpty() && process.isAlive()) {
            standstill = Optional.of(Standstill.of(process.pid()));
        }
    }

    @Override
    public synchronized void resume() throws IOException, InterruptedException {
        Optional<Standstill> ending = standstill;
        standstill = Optional.empty();
        if (ending.isPresent()) {
            ending.get().end();
        }
    }

    @Override
    public boolean isPaused() {
        return standstill().isPresent();
    }

    private synchronized Optional<Standstill> standstill() {
        return standstill;
    }

    @Override
    public boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        return process.waitFor(time, unit);
    }

    @Override
    public End end() throws InterruptedException {
        return new End(process.waitFor(), Optional.empty());
    }

    @Override
    public long pid() {
        return process.pid();
    }

    /** The processor time that it has used, in milliseconds; 0 where the system does not say. */
    public long cpuMillis() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }
}
