package quorumbook.repl.jvm;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import quorumbook.agent.Channel;
import quorumbook.agent.FrameOutput;
import quorumbook.labs.cell.Cell;
import quorumbook.labs.cell.Limit;

/** A running JVM with our agent in it. One command at a time; everything else from any thread. */
public final class ChildJvm implements AutoCloseable {
    private static final long LONGEST_REPLY_SECONDS = 10;
    private static final long STOPPING_MILLIS = 200;
    private static final long PATIENCE_MILLIS = 1500;

    private final Cell cell;
    private final Ground ground;
    private final Bounds bounds;
    private final Listener listener;
    private final FrameOutput frames;
    private final Gateway gateway;
    private final Attendant attendant;
    private final Allowance allowance;
    private final Hearing hearing;
    private final Exchange exchange = new Exchange();
    private volatile boolean closing;

    private ChildJvm(Cell cell, Ground ground, Listener listener) {
        this.cell = cell;
        this.ground = ground;
        this.bounds = ground.bounds();
        this.listener = listener;
        this.frames = new FrameOutput(cell.input());
        this.gateway = new Gateway(frames, bounds.mostWaiting());
        this.attendant = new Attendant(frames, listener, bounds.mostWaiting(), cell::kill);
        this.allowance = new Allowance(bounds, cell::kill);
        this.hearing = new Hearing(cell, listener, exchange, gateway, attendant, allowance, this::leave);
    }

    /** Starts the JVM and returns at once; the first command waits until it is up. */
    public static ChildJvm start(Launch launch, Listener listener) throws IOException {
        ChildJvm jvm = new ChildJvm(launch.ground().start(launch), launch.ground(), listener);
        daemon(jvm::listen, "child-jvm-frames");
        daemon(jvm.hearing::standardError, "child-jvm-stderr");
        return jvm;
    }

    /** The id of its process, 0 where it has none on this machine. */
    public long pid() {
        return cell.pid();
    }

    /** The processor time that it has used so far, without what it has started; nothing where that cannot be known here. */
    public Duration cpu() {
        return ProcessHandle.of(Math.max(0, pid()))
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** Whether it has come up and would answer a command at once. */
    public boolean isUp() {
        return exchange.hasGreeted() && isAlive();
    }

    public boolean isAlive() {
        return !exchange.hasEnded() && cell.isAlive();
    }

    /** Gives it these addresses to reach, {@code host:port} each, where it does not reach everything anyway. */
    public void reach(Set<String> addresses) throws JvmEnded {
        if (!bounds.hasNetwork()) {
            awaitGreeting();
            try {
                gateway.open(addresses);
            } catch (IOException e) {
                cell.kill();
                throw new JvmEnded(ending());
            }
        }
    }

    /**
     * As {@link #command}, for what runs no code of the learner's: a stranger's JVM that does not reply soon was tampered
     * with, and is ended.
     */
    public byte[] quickly(byte[] command) throws JvmEnded {
        if (bounds.hasNetwork()) {
            return command(command);
        }
        awaitGreeting();
        CountDownLatch done = new CountDownLatch(1);
        daemon(() -> killUnless(done), "child-jvm-patience");
        try {
            return command(command);
        } finally {
            done.countDown();
        }
    }

    private void killUnless(CountDownLatch done) {
        try {
            if (!done.await(LONGEST_REPLY_SECONDS, TimeUnit.SECONDS)) {
                cell.kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a command and waits for its reply. An interrupt of the waiting thread is kept and does not end the wait. */
    public byte[] command(byte[] command) throws JvmEnded {
        awaitGreeting();
        return exchange.reply(() -> {
            try {
                frames.write(Channel.COMMAND, command);
            } catch (IOException e) {
                // It is ending: the wait for the reply says how.
                cell.kill();
            }
        });
    }

    /** Asks what runs to stop; whether it does shows in the reply. */
    public void stop() {
        attendant.cancelQuestion();
        if (bounds.hasNetwork()) {
            writeStop();
            return;
        }
        // A stranger's JVM may read nothing any more, and must not hold up who would end it.
        Thread writing = daemon(this::writeStop, "child-jvm-stop");
        try {
            writing.join(STOPPING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeStop() {
        try {
            frames.write(Channel.STOP, new byte[0]);
        } catch (IOException e) {
            cell.kill();
        }
    }

    public void kill() {
        allowance.withdraw();
        cell.kill();
    }

    /** As {@link #kill}; returns when it is gone. */
    public void killAndWait() throws InterruptedException {
        allowance.withdraw();
        cell.kill();
        cell.end();
        // By now no kernel would keep its connections.
        gateway.close();
    }

    /** Freezes it; returns when it stands still or is gone. */
    public void pause() throws IOException, InterruptedException {
        cell.pause();
    }

    /** Lets it go on. */
    public void resume() throws IOException, InterruptedException {
        cell.resume();
    }

    public boolean isPaused() {
        return cell.isPaused();
    }

    /** How it ended; waits for the end. */
    public Ending ending() {
        return exchange.ending();
    }

    /** Ends it, by closing its input and if that is not enough by force. Nobody is told of this end. */
    @Override
    public void close() {
        closeWithin(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** As {@link #close}, with time to write what it writes at its end. */
    void closeWithin(long seconds) {
        closeWithin(seconds, TimeUnit.SECONDS);
    }

    private void closeWithin(long time, TimeUnit unit) {
        closing = true;
        try {
            cell.input().close();
            if (!cell.awaitEnd(time, unit)) {
                cell.kill();
            }
        } catch (IOException e) {
            cell.kill();
        } catch (InterruptedException e) {
            cell.kill();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitGreeting() throws JvmEnded {
        try {
            if (!exchange.awaitGreeting(bounds.longestStart())) {
                throw new JvmEnded(ending());
            }
        } catch (TimeoutException e) {
            hearing.lastWords().add("no greeting within " + bounds.longestStart() + " s");
            cell.kill();
            throw new JvmEnded(ending());
        }
    }

    private void listen() {
        try {
            hearing.frames();
        } finally {
            end();
        }
    }

    private void leave() {
        daemon(this::endWithinPatience, "child-jvm-leaving");
    }

    /** A shutdown hook of the learner's may never end. Who closes the JVM has a patience of their own. */
    private void endWithinPatience() {
        try {
            if (!closing && !cell.awaitEnd(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                cell.kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        attendant.cancelQuestion();
        endWithinPatience();
        Cell.End end = new Cell.End(-1, Optional.empty());
        try {
            end = cell.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        gateway.close();
        Optional<Limit> reached = allowance.reached().or(end::limit);
        reached.ifPresent(ground::noted);
        Ending ending = new Ending(
                end.status(),
                exchange.hasGreeted(),
                hearing.isLeaving(),
                hearing.lastWords().toString(),
                reached);
        if (!ending.started() && !closing && !allowance.isWithdrawn()) {
            ground.failed(ending.inWords());
        }
        if (!exchange.end(ending) && !closing) {
            listener.ended(ending);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
