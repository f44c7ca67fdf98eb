package quorumbook.repl.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import quorumbook.repl.jvm.Launch;
import quorumbook.repl.jvm.ProcessCell;

/** Compilers in JVMs of their own, kept warm from one submission to the next; one that misbehaved is not kept. */
public final class Compilers implements AutoCloseable {
    private static final int HEAP_MEGABYTES = 192;

    // Guarded by this.
    private final Deque<Compiler> idle = new ArrayDeque<>();
    private boolean closed;

    /** A warm one, or a new one. */
    synchronized Compiler take() {
        while (!idle.isEmpty()) {
            Compiler warm = idle.removeLast();
            if (warm.isAlive()) {
                return warm;
            }
        }
        try {
            return new Compiler(ProcessCell.start(command()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a JVM that compiles: " + e.getMessage(), e);
        }
    }

    /** Takes back one whose session is closed. */
    synchronized void giveBack(Compiler compiler) {
        if (closed || !compiler.isAlive()) {
            compiler.close();
        } else {
            idle.addLast(compiler);
        }
    }

    private static List<String> command() {
        Path java = Launch.ownJavaHome().resolve("bin").resolve("java");
        return List.of(
                java.toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                // Whatever had no memory left is in no state to go on.
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:+SuppressFatalErrorMessage",
                "-XX:-CreateCoredumpOnCrash",
                "-cp",
                System.getProperty("java.class.path"),
                CompilerMain.class.getName());
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(Compiler::close);
        idle.clear();
    }
}
