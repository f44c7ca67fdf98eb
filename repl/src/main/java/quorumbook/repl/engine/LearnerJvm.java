package quorumbook.repl.engine;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import quorumbook.agent.Answer;
import quorumbook.agent.Message;
import quorumbook.agent.Op;
import quorumbook.agent.Text;
import quorumbook.repl.jvm.ChildJvm;
import quorumbook.repl.jvm.Ending;
import quorumbook.repl.jvm.JvmEnded;
import quorumbook.repl.jvm.Launch;
import quorumbook.repl.jvm.Listener;

/**
 * The JVM that the learner's code runs in, which is always there: a new one takes the place of one that ended and is told
 * everything that was defined, so that only the values of variables are gone.
 */
final class LearnerJvm implements AutoCloseable {
    static final String DEFINITIONS_ARE_BACK =
            "A new one runs: imports, methods and classes are back, variables have their default values.";

    private final Launch launch;
    private final Output output;
    private final Consumer<byte[]> witness;
    private final AtomicLong restarts = new AtomicLong();

    // Guarded by this: what a new JVM must be told.
    private final List<byte[]> loaded = new ArrayList<>();
    private final List<byte[]> opened = new ArrayList<>();
    private Connections connected = Connections.none();
    private boolean told;
    private boolean closed;

    private volatile Optional<ChildJvm> jvm = Optional.empty();
    private volatile Duration waited = Duration.ZERO;

    LearnerJvm(Launch launch, Output output) {
        this(launch, output, command -> {});
    }

    /** @param witness sees each command before it is sent, but not those that tell a new JVM what there was */
    LearnerJvm(Launch launch, Output output, Consumer<byte[]> witness) {
        this.witness = witness;
        this.launch = launch;
        this.output = output;
    }

    /** Forks a JVM if there is none; does not wait for it. */
    synchronized void start() {
        if (closed || jvm.filter(ChildJvm::isAlive).isPresent()) {
            return;
        }
        if (jvm.isPresent()) {
            restarts.incrementAndGet();
        }
        told = false;
        try {
            jvm = Optional.of(ChildJvm.start(launch, new Hearing()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the learner's JVM: " + e.getMessage(), e);
        }
    }

    /** How long it was waited for JVMs to be there; never blocks. */
    Duration waited() {
        return waited;
    }

    /** Of the JVM that runs now; none starts for this question. */
    Duration cpu() {
        return jvm.map(ChildJvm::cpu).orElse(Duration.ZERO);
    }

    long restarts() {
        return restarts.get();
    }

    /** Sends a command to a JVM that knows all definitions. */
    byte[] command(byte[] command) throws JvmEnded {
        witness.accept(command);
        return ready().command(command);
    }

    /** Defines classes now and in each JVM to come. */
    byte[] load(byte[] load) throws JvmEnded {
        witness.accept(load);
        byte[] reply = ready().quickly(load);
        if (reply.length > 0 && reply[0] == Answer.DONE.ordinal()) {
            synchronized (this) {
                loaded.add(load);
            }
        }
        return reply;
    }

    /** What defines all classes there are, in another JVM too. */
    synchronized List<byte[]> definitions() {
        return List.copyOf(loaded);
    }

    /** Remembers an invocation that every JVM to come makes after the classes are defined. */
    synchronized void invokeAgainWhenRestarted(byte[] invocation) {
        opened.add(invocation);
    }

    /** Gives the addresses to this JVM and each to come; what was open on the cluster before is closed. */
    void connect(Connections connections) throws JvmEnded {
        synchronized (this) {
            connected = connections;
            opened.clear();
        }
        byte[] connection = connection(connections);
        witness.accept(connection);
        ChildJvm ready = ready();
        ready.reach(connections.reach());
        ready.quickly(connection);
    }

    /** The id of the session of {@code zk}; 0 if there is none. */
    long session() throws JvmEnded {
        if (jvm.filter(ChildJvm::isAlive).isEmpty()) {
            return 0;
        }
        byte[] question = Message.of(Op.SESSION, out -> {});
        witness.accept(question);
        try (DataInputStream in = Message.open(ready().quickly(question))) {
            in.readByte();
            return Long.parseLong(Text.read(in));
        } catch (IOException | NumberFormatException e) {
            // No agent of ours says so: whatever was done to it, it has no session that we know of.
            return 0;
        }
    }

    void stop() {
        jvm.ifPresent(ChildJvm::stop);
    }

    void kill() {
        jvm.ifPresent(ChildJvm::kill);
    }

    /** Ends this JVM in good order and starts another. */
    synchronized void restart() {
        end();
        start();
    }

    @Override
    public synchronized void close() {
        closed = true;
        end();
    }

    private void end() {
        Optional<ChildJvm> ending = jvm.filter(ChildJvm::isAlive);
        if (ending.isEmpty()) {
            return;
        }
        if (!opened.isEmpty()) {
            try {
                // So that ephemeral znodes go with the program, not a session timeout later.
                ending.get().quickly(Message.of(Op.CLOSE, out -> {}));
            } catch (JvmEnded e) {
                return;
            }
        }
        ending.get().close();
    }

    private synchronized ChildJvm ready() throws JvmEnded {
        start();
        ChildJvm ready = jvm.orElseThrow(() -> new IllegalStateException("the learner's Java is closed"));
        if (!told) {
            told = true;
            long begun = System.nanoTime();
            ready.reach(connected.reach());
            ready.quickly(connection(connected));
            waited = waited.plusNanos(System.nanoTime() - begun);
            for (byte[] each : loaded) {
                ready.quickly(each);
            }
            for (byte[] each : opened) {
                ready.command(each);
            }
        }
        return ready;
    }

    static byte[] connection(Connections connections) {
        return Message.of(Op.CONNECT, out -> {
            Text.write(out, connections.connectString());
            Text.write(out, connections.bootstrapServers());
            out.writeInt(connections.given().size());
            for (Map.Entry<String, String> given : connections.given().entrySet()) {
                Text.write(out, given.getKey());
                Text.write(out, given.getValue());
            }
        });
    }

    private final class Hearing implements Listener {
        @Override
        public void out(String text) {
            output.out(text);
        }

        @Override
        public void err(String text) {
            output.err(text);
        }

        @Override
        public Optional<String> line() {
            return output.line("input> ");
        }

        @Override
        public void event(String sentence) {
            output.event(sentence);
        }

        @Override
        public void report(String what, String value) {
            output.event(("reported: " + what + " " + value).strip());
        }

        @Override
        public void ended(Ending ending) {
            if (ending.started()) {
                output.event("the learner's JVM " + ending.inWords() + ". " + DEFINITIONS_ARE_BACK);
                start();
            }
        }
    }
}
