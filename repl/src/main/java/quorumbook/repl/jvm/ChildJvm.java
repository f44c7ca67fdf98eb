package quorumbook.repl.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import quorumbook.agent.Channel;
import quorumbook.agent.Frame;
import quorumbook.agent.FrameInput;
import quorumbook.agent.FrameOutput;
import quorumbook.agent.Reported;

/** A running JVM with our agent in it. One command at a time; everything else from any thread. */
public final class ChildJvm implements AutoCloseable {
    private static final long LONGEST_START_SECONDS = 30;
    private static final long PATIENCE_MILLIS = 1500;

    private final Process process;
    private final Listener listener;
    private final FrameOutput frames;
    private final CompletableFuture<Boolean> greeted = new CompletableFuture<>();
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();
    private final LastWords lastWords = new LastWords();
    private final Decoder out = new Decoder();
    private final Decoder err = new Decoder();
    // Guarded by this.
    private Optional<Standstill> standstill = Optional.empty();
    private volatile Optional<CompletableFuture<byte[]>> awaited = Optional.empty();
    private volatile Optional<Question> asking = Optional.empty();
    private volatile boolean leaving;
    private volatile boolean closing;

    private ChildJvm(Process process, Listener listener) {
        this.process = process;
        this.listener = listener;
        this.frames = new FrameOutput(process.getOutputStream());
    }

    /** Forks the JVM and returns at once; the first command waits until it is up. */
    public static ChildJvm start(Launch launch, Listener listener) throws IOException {
        ChildJvm jvm = new ChildJvm(new ProcessBuilder(launch.command()).start(), listener);
        daemon(jvm::listen, "child-jvm-frames");
        daemon(jvm::hearLastWords, "child-jvm-stderr");
        return jvm;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return !ended.isDone() && process.isAlive();
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
            process.destroyForcibly();
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
        asking.ifPresent(Question::cancel);
        try {
            frames.write(Channel.STOP, new byte[0]);
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    public void kill() {
        process.destroyForcibly();
        standstill().ifPresent(Standstill::forget);
    }

    /** As {@link #kill}; returns when the process is gone. */
    public void killAndWait() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        standstill().ifPresent(Standstill::forget);
    }

    /** Freezes the process; returns when it stands still or is gone. */
    public synchronized void pause() throws IOException, InterruptedException {
        if (standstill.isEmpty() && process.isAlive()) {
            standstill = Optional.of(Standstill.of(process.pid()));
        }
    }

    /** Lets a frozen process go on. */
    public synchronized void resume() throws IOException, InterruptedException {
        Optional<Standstill> ending = standstill;
        standstill = Optional.empty();
        if (ending.isPresent()) {
            ending.get().end();
        }
    }

    public boolean isPaused() {
        return standstill().isPresent();
    }

    private synchronized Optional<Standstill> standstill() {
        return standstill;
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
            process.getOutputStream().close();
            if (!process.waitFor(time, unit)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitGreeting() throws JvmEnded {
        try {
            if (!Patient.get(greeted, LONGEST_START_SECONDS, TimeUnit.SECONDS)) {
                throw new JvmEnded(ending());
            }
        } catch (TimeoutException e) {
            lastWords.add("no greeting within " + LONGEST_START_SECONDS + " s");
            process.destroyForcibly();
            throw new JvmEnded(ending());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        FrameInput in = new FrameInput(process.getInputStream());
        try {
            in.awaitGreeting(FrameOutput.greeting());
            greeted.complete(true);
            for (Optional<Frame> next = in.read(); next.isPresent(); next = in.read()) {
                hear(next.get());
            }
        } catch (IOException e) {
            lastWords.add(String.valueOf(e.getMessage()));
        } finally {
            end();
        }
    }

    private void hear(Frame frame) throws IOException {
        switch (frame.channel()) {
            case REPLY -> awaited.ifPresent(reply -> reply.complete(frame.payload()));
            case OUT -> listener.out(out.decode(frame.payload()));
            case ERR -> listener.err(err.decode(frame.payload()));
            case EVENT -> listener.event(new String(frame.payload(), StandardCharsets.UTF_8));
            case REPORT -> daemon(() -> passOn(frame.payload()), "child-jvm-report");
            case ASK -> asking = Optional.of(new Question());
            case LEAVING -> {
                leaving = true;
                daemon(this::endWithinPatience, "child-jvm-leaving");
            }
            default -> throw new IOException("not for a workbook: " + frame.channel());
        }
    }

    /** On a thread of its own: whoever hears it decides how long the program stands still there. */
    private void passOn(byte[] payload) {
        try {
            Reported reported = Reported.read(payload);
            listener.report(reported.what(), reported.value());
            frames.write(Channel.HEARD, reported.receipt());
        } catch (IOException e) {
            // Nobody waits for it any more.
            lastWords.add(String.valueOf(e.getMessage()));
        }
    }

    /** A shutdown hook of the learner's may never end. Who closes the JVM has a patience of their own. */
    private void endWithinPatience() {
        try {
            if (!closing && !process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        asking.ifPresent(Question::cancel);
        endWithinPatience();
        try {
            int status = process.waitFor();
            ended.complete(new Ending(status, greeted.getNow(false), leaving, lastWords.toString()));
        } catch (InterruptedException e) {
            ended.complete(new Ending(-1, greeted.getNow(false), leaving, lastWords.toString()));
            Thread.currentThread().interrupt();
        }
        greeted.complete(false);
        Optional<CompletableFuture<byte[]>> waiting = awaited;
        if (waiting.isPresent()) {
            waiting.get().cancel(false);
        } else if (!closing) {
            listener.ended(ending());
        }
    }

    private void hearLastWords() {
        try (InputStream stderr = process.getErrorStream()) {
            byte[] chunk = new byte[4096];
            for (int read = stderr.read(chunk); read >= 0; read = stderr.read(chunk)) {
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

    /** Somebody there reads standard input, and somebody here is being asked for a line. */
    private final class Question {
        private final Thread thread = daemon(this::ask, "child-jvm-input");
        private volatile boolean cancelled;

        void cancel() {
            cancelled = true;
            thread.interrupt();
        }

        private void ask() {
            Optional<String> line = listener.line();
            if (line.isEmpty() && cancelled) {
                // Nobody waits any more; an end of input would be the next reader's.
                return;
            }
            try {
                frames.write(Channel.INPUT, line.map(ChildJvm::typed).orElseGet(() -> new byte[0]));
            } catch (IOException e) {
                process.destroyForcibly();
            }
        }
    }

    private static byte[] typed(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
