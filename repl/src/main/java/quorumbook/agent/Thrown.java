package quorumbook.agent;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/** An exception as it travels: names, words and frames, not the object, whose class the workbook does not have. */
public record Thrown(String className, Optional<String> message, StackTraceElement[] stack, Optional<Thrown> cause) {
    private static final int DEEPEST_CAUSE = 8;

    public static Thrown of(Throwable thrown) {
        return of(thrown, DEEPEST_CAUSE);
    }

    private static Thrown of(Throwable thrown, int depth) {
        Throwable cause = thrown.getCause();
        return new Thrown(
                thrown.getClass().getName(),
                messageOf(thrown),
                thrown.getStackTrace(),
                cause == null || depth == 0 ? Optional.empty() : Optional.of(of(cause, depth - 1)));
    }

    private static Optional<String> messageOf(Throwable thrown) {
        try {
            return Optional.ofNullable(thrown.getMessage());
        } catch (RuntimeException e) {
            return Optional.of("(its getMessage threw " + e.getClass().getName() + ")");
        }
    }

    public void write(DataOutput out) throws IOException {
        Text.write(out, className);
        out.writeBoolean(message.isPresent());
        Text.write(out, message.orElse(""));
        write(out, stack);
        out.writeBoolean(cause.isPresent());
        if (cause.isPresent()) {
            cause.get().write(out);
        }
    }

    static void write(DataOutput out, StackTraceElement[] stack) throws IOException {
        out.writeInt(stack.length);
        for (StackTraceElement element : stack) {
            Text.write(out, element.getClassName());
            Text.write(out, element.getMethodName());
            out.writeBoolean(element.getFileName() != null);
            Text.write(out, element.getFileName() == null ? "" : element.getFileName());
            out.writeInt(element.getLineNumber());
        }
    }

    public static Thrown read(DataInput in) throws IOException {
        return read(in, DEEPEST_CAUSE);
    }

    private static Thrown read(DataInput in, int depth) throws IOException {
        if (depth < 0) {
            throw new IOException("no exception: its causes have no end");
        }
        String className = Text.read(in);
        boolean hasMessage = in.readBoolean();
        String message = Text.read(in);
        StackTraceElement[] stack = readStack(in);
        Optional<Thrown> cause = in.readBoolean() ? Optional.of(read(in, depth - 1)) : Optional.empty();
        return new Thrown(className, hasMessage ? Optional.of(message) : Optional.empty(), stack, cause);
    }

    public static StackTraceElement[] readStack(DataInput in) throws IOException {
        StackTraceElement[] stack = new StackTraceElement[Text.count(in)];
        for (int i = 0; i < stack.length; i++) {
            String className = Text.read(in);
            String method = Text.read(in);
            boolean hasFile = in.readBoolean();
            String file = Text.read(in);
            stack[i] = new StackTraceElement(className, method, hasFile ? file : null, in.readInt());
        }
        return stack;
    }
}
