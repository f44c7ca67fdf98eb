package quorumbook.agent;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The main class: frames come in, what is printed and the replies go out, and the end of input is the end. */
public final class Agent {
    /** What a JVM of ours exits with when there was no memory left for the agent itself. */
    public static final int OUT_OF_MEMORY = 77;

    /** System property of a JVM that is started to write a class-data archive when it ends. */
    public static final String TRAINING = "quorumbook.agent.training";

    private static final long LAST_WORDS_MILLIS = 1000;

    private final FrameInput in = new FrameInput(new FileInputStream(FileDescriptor.in));
    private final FrameOutput out = new FrameOutput(new FileOutputStream(FileDescriptor.out));
    private final Printed printed = new Printed(out);
    private final Typed typed = new Typed(out);
    private final Commands commands = new Commands(typed, this::drain);
    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
    private Optional<Doors> doors = Optional.empty();

    private Agent() {}

    public static void main(String[] arguments) throws IOException {
        ignoreTerminalInterrupts();
        new Agent().serve();
    }

    private void serve() throws IOException {
        // Before any code of the learner's: whatever it prints must travel in frames.
        System.setOut(printed.stream(Channel.OUT));
        System.setErr(printed.stream(Channel.ERR));
        System.setIn(typed);
        printed.start();
        Given.eventsGoTo(this::happened);
        Reports.goTo(this::reported);
        Runtime.getRuntime().addShutdownHook(new Thread(this::leave, "quorumbook-leave"));
        daemon(this::performAll, "quorumbook-commands");
        out.greet();
        try {
            listen();
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        } finally {
            if (Boolean.getBoolean(TRAINING)) {
                // A JVM that is halted writes no archive.
                Runtime.getRuntime().exit(0);
            }
            // The workbook is gone; the learner's threads and hooks must not keep this JVM.
            Runtime.getRuntime().halt(0);
        }
    }

    private void listen() throws IOException {
        int received = 0;
        Optional<Frame> next = in.read();
        while (next.isPresent()) {
            Frame frame = next.get();
            switch (frame.channel()) {
                case COMMAND -> {
                    received++;
                    waiting.add(frame.payload());
                }
                case INPUT -> typed.arrived(frame.payload());
                case STOP -> commands.stop(received);
                case HEARD -> Reports.heard(frame.payload());
                case PASSAGE -> doors().heard(frame.payload());
                default -> throw new IOException("not for an agent: " + frame.channel());
            }
            next = in.read();
        }
    }

    /** Not on the way to the first prompt: most agents have a network. */
    private Doors doors() {
        if (doors.isEmpty()) {
            doors = Optional.of(new Doors(out));
        }
        return doors.get();
    }

    private void performAll() {
        try {
            while (true) {
                out.write(Channel.REPLY, commands.perform(waiting.take()));
            }
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void happened(String sentence) {
        try {
            out.write(Channel.EVENT, sentence.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void reported(byte[] report) {
        try {
            out.write(Channel.REPORT, report);
        } catch (IOException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    /** What was printed before a reply is sent before it. */
    private void drain() {
        try {
            System.out.flush();
            System.err.flush();
            printed.drain(Long.MAX_VALUE / 2_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        try {
            printed.drain(LAST_WORDS_MILLIS);
            out.write(Channel.LEAVING, new byte[0]);
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Ctrl-C in a terminal reaches every process of its group; what it means for this one, the workbook says. */
    private static void ignoreTerminalInterrupts() {
        try {
            // By reflection: javac warns of sun.misc and cannot be told not to.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ignore = handler.getField("SIG_IGN").get(null);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), ignore);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // A JVM without signals of that name gets none.
            return;
        }
    }
}
