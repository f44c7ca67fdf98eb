package quorumbook.repl.engine;

import java.io.DataInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import quorumbook.agent.Answer;
import quorumbook.agent.Message;
import quorumbook.agent.Op;
import quorumbook.agent.Text;
import quorumbook.agent.Thrown;
import quorumbook.labs.await.Cause;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.program.Program;
import quorumbook.labs.program.Report;
import quorumbook.repl.jvm.ChildJvm;
import quorumbook.repl.jvm.JvmEnded;

/** One copy of the learner's program, from the moment when its JVM, forked ahead, is told what to be. */
final class Copy implements Program {
    private static final Duration GRACE = Duration.ofMillis(700);
    private static final Duration CLOSING = Duration.ofMillis(1500);

    private final String client;
    private final ChildJvm jvm;
    private final Overheard overheard;
    private final Clock clock;
    private final Consumer<Report> sink;
    private final Consumer<Copy> closed;
    private final CompletableFuture<End> over = new CompletableFuture<>();
    private volatile boolean killed;

    private Copy(String client, WarmJvm warm, Clock clock, Consumer<Report> sink, Consumer<Copy> closed) {
        this.client = client;
        this.jvm = warm.jvm();
        this.overheard = warm.overheard();
        this.clock = clock;
        this.sink = sink;
        this.closed = closed;
    }

    /** Starts it on a thread of its own and returns at once. */
    static Copy start(
            String client, WarmJvm warm, Task task, Clock clock, Consumer<Report> sink, Consumer<Copy> closed) {
        Copy copy = new Copy(client, warm, clock, sink, closed);
        warm.overheard().reportsGoTo(copy::reported);
        Thread thread = new Thread(() -> copy.run(task), "quorumbook-program " + client);
        thread.setDaemon(true);
        thread.start();
        return copy;
    }

    /** What a copy is told: the addresses, then the program. */
    record Task(Connections connections, Compiled compiled) {}

    private void run(Task task) {
        try {
            jvm.reach(task.connections().reach());
            define(LearnerJvm.connection(task.connections()));
            for (byte[] each : task.compiled().definitions()) {
                define(each);
            }
            for (byte[] each : task.compiled().openings()) {
                End end = end(jvm.command(each));
                if (!(end instanceof End.Returned)) {
                    over.complete(end);
                    return;
                }
            }
            End end = new End.Returned("");
            for (byte[] each : task.compiled().invocations()) {
                end = end(jvm.command(each));
            }
            over.complete(end);
        } catch (JvmEnded e) {
            if (!killed
                    && e.ending().limit().isEmpty()
                    && e.ending().killed()
                    && !e.ending().orderly()) {
                // A program cannot do that to itself, so it must not be blamed for it.
                fail("The JVM of " + client + " was killed from outside (SIGKILL). Is memory short?", e);
            } else if (killed || e.ending().started()) {
                over.complete(new End.JvmGone(
                        killed ? "was killed (SIGKILL)" : e.ending().inWords()));
            } else {
                fail("The JVM of " + client + " " + e.ending().inWords() + ".", e);
            }
        } catch (IOException | RuntimeException e) {
            fail(client + " could not be told its program: " + e.getMessage(), e);
        }
    }

    private void fail(String sentence, Exception why) {
        over.completeExceptionally(new ClusterException(sentence, why));
    }

    private void define(byte[] command) throws JvmEnded, IOException {
        try (DataInputStream in = Message.open(jvm.command(command))) {
            Answer answer = Answer.read(in);
            if (answer != Answer.DONE) {
                throw new IOException(answer + ": " + Text.read(in));
            }
        }
    }

    private static End end(byte[] reply) throws IOException {
        try (DataInputStream in = Message.open(reply)) {
            Answer answer = Answer.read(in);
            return switch (answer) {
                case VALUE -> new End.Returned(value(Text.read(in)));
                case THROWN -> new End.Threw(inWords(Thrown.read(in)));
                case UNRESOLVED -> new End.Threw("an error: it calls a method that is not complete yet");
                case STOPPED -> new End.JvmGone("was stopped");
                default -> throw new IOException(answer + ": " + Text.read(in));
            };
        }
    }

    /** What has no value leaves this. */
    private static String value(String text) {
        return text.equals("null") ? "" : text;
    }

    private static String inWords(Thrown thrown) {
        String name = thrown.className();
        String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
        return simple + thrown.message().map(text -> ": " + text).orElse("");
    }

    private synchronized void reported(String what, String value) {
        try {
            sink.accept(new Report(clock.instant(), client, what, value));
        } catch (RuntimeException e) {
            // Whoever asks for the end hears of it; until then the program must not go on unheard.
            fail("A report of " + client + " was not taken in: " + e.getMessage(), e);
            jvm.kill();
        }
    }

    @Override
    public String client() {
        return client;
    }

    @Override
    public long pid() {
        return jvm.pid();
    }

    Duration cpu() {
        return jvm.cpu();
    }

    @Override
    public Optional<End> end() {
        try {
            return Optional.ofNullable(over.getNow(null));
        } catch (CompletionException e) {
            throw ofOurs(Cause.of(e));
        }
    }

    @Override
    public Optional<End> awaitEnd(Duration patience) throws InterruptedException {
        try {
            return Optional.of(over.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw ofOurs(Cause.of(e));
        }
    }

    private static RuntimeException ofOurs(Throwable why) {
        return why instanceof RuntimeException known ? known : new ClusterException(String.valueOf(why), why);
    }

    @Override
    public String printed() {
        return overheard.printed();
    }

    @Override
    public void kill() throws InterruptedException {
        killed = true;
        jvm.killAndWait();
        over.complete(new End.JvmGone("was killed (SIGKILL)"));
    }

    @Override
    public void pause() throws InterruptedException {
        try {
            jvm.pause();
        } catch (IOException e) {
            throw new ClusterException("Cannot pause " + client + " (" + e.getMessage() + ").", e);
        }
    }

    @Override
    public void resume() throws InterruptedException {
        try {
            jvm.resume();
        } catch (IOException e) {
            throw new ClusterException("Cannot resume " + client + " (" + e.getMessage() + ").", e);
        }
    }

    @Override
    public void close() {
        try {
            if (!jvm.isPaused() && isOverWithin(GRACE)) {
                leave();
            }
            kill();
        } catch (InterruptedException e) {
            killed = true;
            jvm.kill();
            Thread.currentThread().interrupt();
        } finally {
            closed.accept(this);
        }
    }

    private boolean isOverWithin(Duration grace) throws InterruptedException {
        if (!over.isDone() && jvm.isAlive()) {
            jvm.stop();
        }
        try {
            over.get(grace.toNanos(), TimeUnit.NANOSECONDS);
            return jvm.isAlive();
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    /** So that its sessions go with it, not a session timeout later; a server that does not answer is not waited for. */
    private void leave() throws InterruptedException {
        Thread leaving = new Thread(
                () -> {
                    try {
                        jvm.command(Message.of(Op.CLOSE, out -> {}));
                    } catch (JvmEnded e) {
                        // It has left in another way.
                        return;
                    }
                },
                "quorumbook-program-leaving " + client);
        leaving.setDaemon(true);
        leaving.start();
        leaving.join(CLOSING.toMillis());
    }
}
