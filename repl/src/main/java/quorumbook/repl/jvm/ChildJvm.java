package quorumbook.repl.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

/** A running JVM with our agent in it. One command at a time; everything else from any thread. */
public final class ChildJvm implements AutoCloseable {
    private static final long LONGEST_START_SECONDS = 30;
    private static final int LAST_WORDS = 2000;

    private final Process process;
    /** Milliseconds that it may take to end. */
    private final long patience;
    private final Listener listener;
    private final FrameOutput frames;
    private final CompletableFuture<Boolean> greeted = new CompletableFuture<>();
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();
    private final StringBuffer lastWords = new StringBuffer();
    private final Decoder out = new Decoder();
    private final Decoder err = new Decoder();
    private volatile Optional<CompletableFuture<byte[]>> awaited = Optional.empty();
    private volatile Optional<Thread> asking = Optional.empty();
    private volatile boolean leaving;
    private volatile boolean closing;

    private ChildJvm(Process process, Duration patience, Listener listener) {
        this.process = process;
        this.patience = patience.toMillis();
        this.listener = listener;
        this.frames = new FrameOutput(process.getOutputStream());
    }

    /** Forks the JVM and returns at once; the first command waits until it is up. */
    public static ChildJvm start(Launch launch, Listener listener) throws IOException {
        ChildJvm jvm = new ChildJvm(
                new ProcessBuilder(launch.command()).start(), launch.classData().ending(), listener);
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
        asking.ifPresent(Thread::interrupt);
        try {
            frames.write(Channel.STOP, new byte[0]);
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    public void kill() {
        process.destroyForcibly();
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
        closing = true;
        try {
            process.getOutputStream().close();
            if (!process.waitFor(patience, TimeUnit.MILLISECONDS)) {
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
            lastWords
                    .append("no greeting within ")
                    .append(LONGEST_START_SECONDS)
                    .append(" s");
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
            lastWords.append(e.getMessage());
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
            case ASK -> asking = Optional.of(daemon(this::ask, "child-jvm-input"));
            case LEAVING -> {
                leaving = true;
                daemon(this::hurry, "child-jvm-leaving");
            }
            default -> throw new IOException("not for a workbook: " + frame.channel());
        }
    }

    private void ask() {
        byte[] line = listener.line()
                .map(text -> (text + "\n").getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> new byte[0]);
        try {
            frames.write(Channel.INPUT, line);
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    /** A shutdown hook of the learner's may never end. */
    private void hurry() {
        try {
            if (!process.waitFor(patience, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        asking.ifPresent(Thread::interrupt);
        try {
            if (!process.waitFor(patience, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
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
                lastWords.append(new String(chunk, 0, read, StandardCharsets.UTF_8));
                lastWords.delete(0, Math.max(0, lastWords.length() - LAST_WORDS));
            }
        } catch (IOException e) {
            lastWords.append(e.getMessage());
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
