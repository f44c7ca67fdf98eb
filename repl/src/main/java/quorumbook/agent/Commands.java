package quorumbook.agent;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Does what the other side tells it, one command after the other. */
final class Commands {
    private final SnippetLoader loader = new SnippetLoader();
    private final Typed typed;
    private final Runnable onTaskEnded;
    private Optional<ToolExit> exit = Optional.empty();
    private volatile Optional<Task> running = Optional.empty();
    // Counted by one thread, read by another.
    private final AtomicInteger number = new AtomicInteger();
    private volatile int stopped;

    Commands(Typed typed, Runnable onTaskEnded) {
        this.typed = typed;
        this.onTaskEnded = onTaskEnded;
    }

    /** Stops the command of that number if it runs, or once it does: it may still be in the queue. */
    void stop(int latest) {
        stopped = latest;
        if (number.get() == latest) {
            running.ifPresent(Task::stop);
        }
    }

    /** Commands are numbered from 1 in the order of their arrival. */
    byte[] perform(byte[] command) throws InterruptedException {
        number.incrementAndGet();
        try (DataInputStream in = Message.open(command)) {
            Op op = Op.values()[in.readByte()];
            return switch (op) {
                case LOAD -> load(in);
                case INVOKE -> invoke(Text.read(in), Text.read(in));
                case VALUE -> value(Text.read(in), Text.read(in));
                case RUN -> runTool(Text.read(in), texts(in));
                case CONNECT -> connect(in);
                case SESSION -> Message.of(Answer.VALUE, Long.toString(Given.session()));
                case CLOSE -> {
                    Given.close();
                    yield Message.of(Answer.DONE, "");
                }
            };
        } catch (IOException | ReflectiveOperationException | LinkageError | OutOfMemoryError e) {
            return Message.of(Answer.BROKEN, e.toString());
        }
    }

    private byte[] load(DataInputStream in) throws IOException {
        List<String> names = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = Text.read(in);
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            loader.declare(name, bytes);
            names.add(name);
        }
        int installed = 0;
        try {
            for (String name : names) {
                // To the point of preparation, so that what cannot be linked is said now.
                var unused = loader.loadClass(name).getDeclaredMethods();
                installed++;
            }
            return Message.of(Answer.DONE, "");
        } catch (ClassNotFoundException | LinkageError e) {
            int good = installed;
            return Message.of(Answer.NOT_INSTALLED, out -> {
                Text.write(out, e.toString());
                out.writeInt(count);
                for (int i = 0; i < count; i++) {
                    out.writeBoolean(i < good);
                }
            });
        }
    }

    private byte[] invoke(String className, String methodName)
            throws ReflectiveOperationException, InterruptedException {
        Method method = loader.loadClass(className).getDeclaredMethod(methodName);
        method.setAccessible(true);
        return perform(new SnippetTask(() -> ValueText.of(method.invoke(null))));
    }

    private byte[] value(String className, String fieldName) throws ReflectiveOperationException, InterruptedException {
        Field field = loader.loadClass(className).getDeclaredField(fieldName);
        field.setAccessible(true);
        return perform(new SnippetTask(() -> ValueText.of(field.get(null))));
    }

    private byte[] runTool(String mainClass, List<String> arguments) throws InterruptedException {
        if (exit.isEmpty()) {
            ToolExit installed = new ToolExit();
            installed.install();
            exit = Optional.of(installed);
        }
        typed.clear();
        return perform(new ToolTask(mainClass, arguments, exit.get()));
    }

    private byte[] perform(Task task) throws InterruptedException {
        running = Optional.of(task);
        if (stopped == number.get()) {
            task.stop();
        }
        try {
            return task.run(loader);
        } finally {
            running = Optional.empty();
            onTaskEnded.run();
        }
    }

    private static byte[] connect(DataInputStream in) throws IOException {
        String connectString = Text.read(in);
        String bootstrapServers = Text.read(in);
        Map<String, String> values = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            values.put(Text.read(in), Text.read(in));
        }
        Given.connect(connectString, bootstrapServers, values);
        return Message.of(Answer.DONE, "");
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            texts.add(Text.read(in));
        }
        return texts;
    }
}
