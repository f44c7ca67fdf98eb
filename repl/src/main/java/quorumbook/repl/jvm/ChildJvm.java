package quorumbook.repl.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import quorumbook.agent.Channel;
import quorumbook.agent.Frame;
import quorumbook.agent.FrameInput;
import quorumbook.agent.FrameOutput;
import quorumbook.labs.cell.Cell;
import quorumbook.labs.cell.Limit;

/** A running JVM with our agent in it. One command at a time; everything else from any thread. */
public final class ChildJvm implements AutoCloseable {
    private static final long LONGEST_REPLY_SECONDS = 10;
    private static final long STOPPING_MILLIS = 200;
    /** In bytes: what is not printed makes work here, however short it is. */
    private static final int COST_OF_A_FRAME = 1024;

    private static final long PATIENCE_MILLIS = 1500;

    private final Cell cell;
    private final Ground ground;
    private final Bounds bounds;
    private final Listener listener;
    private final FrameOutput frames;
    private final Gateway gateway;
    private final Attendant attendant;
    private final CompletableFuture<Boolean> greeted = new CompletableFuture<>();
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();
    private final LastWords lastWords = new LastWords();
    private final Decoder out = new Decoder();
    private final Decoder err = new Decoder();
    // Touched by the thread that hears frames alone.
    private long heard;
    private long passed;
    private volatile Optional<Limit> limit = Optional.empty();
    private volatile Optional<CompletableFuture<byte[]>> awaited = Optional.empty();
    private volatile boolean leaving;
    private volatile boolean closing;
    private volatile boolean unwanted;

    private ChildJvm(Cell cell, Ground ground, Listener listener) {
        this.cell = cell;
        this.ground = ground;
        this.bounds = ground.bounds();
        this.listener = listener;
        this.frames = new FrameOutput(cell.input());
        this.gateway = new Gateway(frames, bounds.mostWaiting());
        this.attendant = new Attendant(frames, listener, bounds.mostWaiting(), cell::kill);
    }

    /** Starts the JVM and returns at once; the first command waits until it is up. */
    public static ChildJvm start(Launch launch, Listener listener) throws IOException {
        ChildJvm jvm = new ChildJvm(launch.ground().start(launch), launch.ground(), listener);
        daemon(jvm::listen, "child-jvm-frames");
        daemon(jvm::hearLastWords, "child-jvm-stderr");
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

    public boolean isAlive() {
        return !ended.isDone() && cell.isAlive();
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
        CompletableFuture<byte[]> reply = new CompletableFuture<>();
        awaited = Optional.of(reply);
        try {
            frames.write(Channel.COMMAND, command);
        } catch (IOException e) {
            // It is ending: the wait below says how.
            cell.kill();
        }
        if (ended.isDone()) {
            reply.cancel(false);
        }
        try {
            return Patient.get(reply);
        } catch (ExecutionException | CancellationException e) {
            throw new JvmEnded(ending());
        } finally {
            awaited = Optional.empty();
        }
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
        unwanted = true;
        cell.kill();
    }

    /** As {@link #kill}; returns when it is gone. */
    public void killAndWait() throws InterruptedException {
        unwanted = true;
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
        try {
            return Patient.get(ended);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
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
            if (!Patient.get(greeted, bounds.longestStart(), TimeUnit.SECONDS)) {
                throw new JvmEnded(ending());
            }
        } catch (TimeoutException e) {
            lastWords.add("no greeting within " + bounds.longestStart() + " s");
            cell.kill();
            throw new JvmEnded(ending());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        FrameInput in = new FrameInput(cell.output(), bounds.longestFrame());
        try {
            in.awaitGreeting(FrameOutput.greeting());
            greeted.complete(true);
            for (Optional<Frame> next = in.read(); next.isPresent(); next = in.read()) {
                hear(next.get());
            }
        } catch (IOException e) {
            lastWords.add(String.valueOf(e.getMessage()));
            if (!bounds.hasNetwork() && greeted.isDone()) {
                // Our agent writes whole frames of a moderate length: this is somebody else's doing.
                exceeded(Limit.OUTPUT);
            }
        } finally {
            end();
        }
    }

    private void hear(Frame frame) throws IOException {
        if (unwanted || limit.isPresent()) {
            // It is being ended: what it has said before is nobody's any more, and there may be much of it.
            return;
        }
        if (frame.channel() == Channel.PASSAGE) {
            pass(frame.payload());
            return;
        }
        boolean printed = frame.channel() == Channel.OUT || frame.channel() == Channel.ERR;
        heard += frame.payload().length + (printed ? 0 : COST_OF_A_FRAME);
        if (heard > bounds.mostOutput()) {
            exceeded(Limit.OUTPUT);
            return;
        }
        switch (frame.channel()) {
            case REPLY -> awaited.ifPresent(reply -> reply.complete(frame.payload()));
            case OUT -> listener.out(out.decode(frame.payload()));
            case ERR -> listener.err(err.decode(frame.payload()));
            case EVENT -> listener.event(new String(frame.payload(), StandardCharsets.UTF_8));
            case REPORT -> mustHaveRoom(attendant.report(frame.payload()));
            case ASK -> mustHaveRoom(attendant.question());
            case LEAVING -> {
                if (!leaving) {
                    leaving = true;
                    daemon(this::endWithinPatience, "child-jvm-leaving");
                }
            }
            default -> throw new IOException("not for a workbook: " + frame.channel());
        }
    }

    private void pass(byte[] payload) throws IOException {
        if (bounds.hasNetwork()) {
            throw new IOException("not for a workbook: " + Channel.PASSAGE);
        }
        passed += gateway.heard(payload);
        if (passed > bounds.mostTraffic()) {
            exceeded(Limit.TRAFFIC);
        }
    }

    private void mustHaveRoom(boolean room) {
        if (!room) {
            exceeded(Limit.OUTPUT);
        }
    }

    private synchronized void exceeded(Limit what) {
        if (limit.isEmpty()) {
            limit = Optional.of(what);
            cell.kill();
        }
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
        Optional<Limit> reached = limit.or(end::limit);
        reached.ifPresent(ground::noted);
        Ending ending = new Ending(end.status(), greeted.getNow(false), leaving, lastWords.toString(), reached);
        if (!ending.started() && !closing && !unwanted) {
            ground.failed(ending.inWords());
        }
        ended.complete(ending);
        greeted.complete(false);
        Optional<CompletableFuture<byte[]>> unanswered = awaited;
        if (unanswered.isPresent()) {
            unanswered.get().cancel(false);
        } else if (!closing) {
            listener.ended(ending());
        }
    }

    private void hearLastWords() {
        try (InputStream stderr = cell.errors()) {
            byte[] chunk = new byte[4096];
            long all = 0;
            for (int read = stderr.read(chunk); read >= 0; read = stderr.read(chunk)) {
                all += read;
                if (all > bounds.mostOutput()) {
                    exceeded(Limit.OUTPUT);
                }
                lastWords.add(new String(chunk, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            lastWords.add(String.valueOf(e.getMessage()));
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
