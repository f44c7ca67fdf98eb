package quorumbook.repl.tools;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quorumbook.agent.Answer;
import quorumbook.agent.Message;
import quorumbook.agent.Op;
import quorumbook.agent.Text;
import quorumbook.lessons.Nearest;
import quorumbook.repl.engine.Output;
import quorumbook.repl.jvm.ChildJvm;
import quorumbook.repl.jvm.Ending;
import quorumbook.repl.jvm.Ground;
import quorumbook.repl.jvm.JvmEnded;
import quorumbook.repl.jvm.Launch;
import quorumbook.repl.jvm.Listener;
import quorumbook.repl.jvm.Rehearsal;

/**
 * Kafka's command-line tools by their own names and flags, run in one JVM that stays warm, with the brokers' addresses
 * filled in. A tool's exit ends the tool and nothing else. One at a time; {@link #interrupt} from any thread.
 */
public final class KafkaTools implements AutoCloseable {
    private static final int HEAP_MEGABYTES = 256;
    private static final long GRACE_MILLIS = 4000;
    private static final int INTERRUPTED = 130;
    private static final int NOT_FOUND = 127;

    private final Launch launch;
    private final Output output;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(KafkaTools::daemon);
    private volatile String brokers = "";
    private volatile String prompt = "";
    private volatile boolean running;
    private volatile Optional<ChildJvm> jvm = Optional.empty();

    private KafkaTools(Launch launch, Output output) {
        this.launch = launch;
        this.output = output;
    }

    /**
     * Starts nothing yet.
     *
     * @param classPath the jars of Kafka's server line-up, which has the tools
     */
    public static KafkaTools open(List<Path> classPath, Output output) {
        return open(classPath, Optional.empty(), output);
    }

    /**
     * As above, with a class-data archive, used if it is there.
     *
     * @param archive made from the same class path
     */
    public static KafkaTools open(List<Path> classPath, Optional<Path> archive, Output output) {
        return new KafkaTools(launch(classPath, archive), output);
    }

    /** As above, with the tools' JVM started there: files and addresses that a stranger names are then that place's own. */
    public static KafkaTools open(List<Path> classPath, Ground ground, Output output) {
        return new KafkaTools(launch(classPath, Optional.empty()).on(ground), output);
    }

    /** Makes that archive and tells whether it is there; for a thread that has a few seconds. */
    public static boolean rehearse(List<Path> classPath, Path archive) throws IOException {
        Path impatience = Files.createTempFile("quorumbook-tools", ".properties");
        try {
            Files.writeString(impatience, "default.api.timeout.ms=1000\nrequest.timeout.ms=500\n");
            List<byte[]> commands = Stream.of(
                            // Reaches nobody, and needs almost all that a tool needs.
                            "kafka-topics --list --bootstrap-server 127.0.0.1:1 --command-config " + impatience,
                            "kafka-console-producer --help",
                            "kafka-console-consumer --help")
                    .map(Words::ofShell)
                    .map(words -> command(KafkaTool.named(words.get(0)).orElseThrow(), words.subList(1, words.size())))
                    .toList();
            return Rehearsal.of(launch(classPath, Optional.empty()), archive, commands);
        } finally {
            Files.delete(impatience);
        }
    }

    private static Launch launch(List<Path> classPath, Optional<Path> archive) {
        List<String> options = List.of(
                "-Dlog4j2.configurationFile=classpath:quorumbook/agent/tools-log4j2.properties",
                "-Dlog4j2.disableJmx=true");
        return new Launch(Launch.ownJavaHome(), classPath, HEAP_MEGABYTES, archive, options);
    }

    /** The brokers that tools are pointed at from now on; empty where there are none. */
    public void connect(String bootstrapServers) {
        brokers = bootstrapServers;
    }

    /** Starts the tools' JVM so that the first tool need not wait for it. */
    public void warmUp() {
        ready();
    }

    /** The names of the tools, sorted. */
    public List<String> names() {
        return KafkaTool.names();
    }

    /** The options that a tool takes, as far as they are known. */
    public List<String> options(String tool) {
        return KafkaOptions.of(tool);
    }

    /** Runs a line that begins with a tool's name, and returns the tool's exit status. */
    public int run(String line) throws InterruptedException {
        return run(Words.ofShell(line));
    }

    /** Runs a tool with its arguments, and returns its exit status. */
    public int run(List<String> words) throws InterruptedException {
        Optional<KafkaTool> tool = words.isEmpty() ? Optional.empty() : KafkaTool.named(words.get(0));
        if (tool.isEmpty()) {
            return unknown(words.isEmpty() ? "" : words.get(0));
        }
        List<String> arguments = tool.get().addressed(words.subList(1, words.size()), brokers);
        prompt = tool.get().name().equals("kafka-console-producer") ? ">" : "";
        running = true;
        try {
            return run(tool.get(), arguments);
        } finally {
            running = false;
        }
    }

    /** Does to the running tool what Ctrl-C does in a shell, and ends its JVM if that is not enough. Does not wait. */
    public boolean interrupt() {
        Optional<ChildJvm> child = jvm;
        if (!running || child.isEmpty()) {
            return false;
        }
        child.get().stop();
        ScheduledFuture<?> unused =
                clock.schedule(() -> killIfRunning(child.get()), GRACE_MILLIS, TimeUnit.MILLISECONDS);
        return true;
    }

    @Override
    public synchronized void close() {
        clock.shutdownNow();
        if (running) {
            jvm.ifPresent(ChildJvm::kill);
        }
        jvm.ifPresent(ChildJvm::close);
        jvm = Optional.empty();
    }

    private int run(KafkaTool tool, List<String> arguments) {
        try (DataInputStream in = Message.open(reaching().command(command(tool, arguments)))) {
            if (Answer.read(in) == Answer.EXIT) {
                return in.readInt();
            }
            output.err(tool.name() + " could not be run: " + Text.read(in) + "\n");
            return 1;
        } catch (JvmEnded e) {
            return ended(tool, e.ending());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ChildJvm reaching() throws JvmEnded {
        ChildJvm child = ready();
        child.reach(Arrays.stream(brokers.split(","))
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
        return child;
    }

    private static byte[] command(KafkaTool tool, List<String> arguments) {
        return Message.of(Op.RUN, out -> {
            Text.write(out, tool.mainClass());
            out.writeInt(arguments.size());
            for (String argument : arguments) {
                Text.write(out, argument);
            }
        });
    }

    private int ended(KafkaTool tool, Ending ending) {
        if (ending.orderly()) {
            return ending.status();
        }
        if (ending.killed()) {
            output.err(tool.name() + " was ended.\n");
            return INTERRUPTED;
        }
        output.err("The JVM of " + tool.name() + " " + ending.inWords() + ". The next tool gets a new one.\n");
        return 1;
    }

    private synchronized ChildJvm ready() {
        if (jvm.filter(ChildJvm::isAlive).isEmpty()) {
            try {
                jvm = Optional.of(ChildJvm.start(launch, new Hearing()));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot start the JVM of Kafka's tools: " + e.getMessage(), e);
            }
        }
        return jvm.orElseThrow();
    }

    private void killIfRunning(ChildJvm child) {
        if (running) {
            child.kill();
        }
    }

    private int unknown(String name) {
        List<String> nearest = Nearest.of(name, names());
        output.err(name + " is not one of Kafka's tools here. "
                + (nearest.isEmpty()
                        ? "There are " + String.join(", ", names())
                        : "Did you mean " + String.join(", ", nearest) + "?")
                + "\n");
        return NOT_FOUND;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "kafka-tools-clock");
        thread.setDaemon(true);
        return thread;
    }

    private final class Hearing implements Listener {
        private final OwnFrames frames = new OwnFrames();

        @Override
        public void out(String text) {
            output.out(text);
        }

        @Override
        public void err(String text) {
            String shown = frames.without(text);
            if (!shown.isEmpty()) {
                output.err(shown);
            }
        }

        @Override
        public Optional<String> line() {
            return output.line(prompt);
        }

        @Override
        public void event(String sentence) {
            output.event(sentence);
        }

        @Override
        public void report(String what, String value) {}

        @Override
        public void ended(Ending ending) {
            // Between two tools: the next one starts another.
        }
    }
}
