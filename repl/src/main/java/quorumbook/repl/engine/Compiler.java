package quorumbook.repl.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import quorumbook.repl.jvm.ProcessCell;

/** A compiler in a JVM of its own, asked one thing at a time. It is ended when it takes too long over one. */
final class Compiler implements AutoCloseable {
    /** What a compilation may cost the processor: what a person writes takes a hundredth of it. */
    private static final Duration MOST_CPU = Duration.ofSeconds(10);
    /** On a machine so busy that the processor time does not come together. */
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private final ProcessCell cell;
    private final DataInputStream in;
    private final DataOutputStream out;
    private volatile boolean ended;
    private volatile boolean late;

    Compiler(ProcessCell cell) {
        this.cell = cell;
        this.in = new DataInputStream(new BufferedInputStream(cell.output(), 1 << 16));
        this.out = new DataOutputStream(new BufferedOutputStream(cell.input(), 1 << 16));
        Thread draining = new Thread(this::drain, "compiler-stderr");
        draining.setDaemon(true);
        draining.start();
    }

    /** What it says in the end, and whether that is what was asked for. */
    record Said(Response response, byte[] content) {}

    boolean isAlive() {
        return !ended && cell.isAlive();
    }

    /** Whether it was ended although it had not used up its processor time: the machine has not given it that. */
    boolean wasStarved() {
        return late;
    }

    /** The processor time that it has used so far. */
    Duration cpu() {
        return Duration.ofMillis(cell.cpuMillis());
    }

    /**
     * Asks, and runs its errands until it has said what was asked for. The time that errands take is not its own.
     *
     * @return nothing if it ended instead, or was ended
     */
    Optional<Said> ask(Request request, byte[] content, Errands errands) {
        try {
            out.writeByte(request.ordinal());
            Wire.bytes(out, content);
            out.flush();
            while (true) {
                Said said = hear();
                switch (said.response()) {
                    case PERFORM -> reply(errands.perform(said.content()));
                    case LOAD -> reply(errands.load(said.content()));
                    case AGAIN -> errands.again(said.content());
                    default -> {
                        return Optional.of(said);
                    }
                }
            }
        } catch (IOException e) {
            close();
            return Optional.empty();
        }
    }

    private void reply(byte[] content) throws IOException {
        Wire.bytes(out, content);
        out.flush();
    }

    private Said hear() throws IOException {
        CountDownLatch heard = new CountDownLatch(1);
        Duration before = cpu();
        Thread watching = new Thread(() -> watch(heard, before), "compiler-watch");
        watching.setDaemon(true);
        watching.start();
        try {
            Response response = Response.values()[in.readByte()];
            return new Said(response, Wire.bytes(in));
        } finally {
            heard.countDown();
        }
    }

    private void watch(CountDownLatch heard, Duration before) {
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            while (!heard.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                late = System.nanoTime() > end;
                if (late || cpu().minus(before).compareTo(MOST_CPU) > 0) {
                    close();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the JVM itself complains of, so that it never waits to be read. */
    private void drain() {
        try {
            cell.errors().skip(Long.MAX_VALUE);
        } catch (IOException e) {
            // It is gone.
            return;
        }
    }

    @Override
    public void close() {
        ended = true;
        cell.kill();
    }
}
