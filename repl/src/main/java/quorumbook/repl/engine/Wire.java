package quorumbook.repl.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.agent.Text;
import quorumbook.repl.engine.Result.Cause;

/** Values of the engine on their way between two JVMs of ours. */
final class Wire {
    private static final int LONGEST = 32 << 20;

    private Wire() {}

    @FunctionalInterface
    interface Writer<T> {
        void write(DataOutput out, T value) throws IOException;
    }

    @FunctionalInterface
    interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    static <T> void list(DataOutput out, List<T> values, Writer<T> writer) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            writer.write(out, value);
        }
    }

    static <T> List<T> list(DataInput in, Reader<T> reader) throws IOException {
        List<T> values = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            values.add(reader.read(in));
        }
        return values;
    }

    static <T> void optional(DataOutput out, Optional<T> value, Writer<T> writer) throws IOException {
        out.writeBoolean(value.isPresent());
        if (value.isPresent()) {
            writer.write(out, value.get());
        }
    }

    static <T> Optional<T> optional(DataInput in, Reader<T> reader) throws IOException {
        return in.readBoolean() ? Optional.of(reader.read(in)) : Optional.empty();
    }

    static void bytes(DataOutput out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] bytes(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("not so many bytes: " + length);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    static void piece(DataOutput out, Shell.Piece piece) throws IOException {
        out.writeByte(piece.completeness().ordinal());
        optional(out, piece.snippet(), Text::write);
        Text.write(out, piece.remaining());
    }

    static Shell.Piece piece(DataInput in) throws IOException {
        return new Shell.Piece(Completeness.values()[in.readByte()], optional(in, Text::read), Text.read(in));
    }

    static void capture(DataOutput out, Capture capture) throws IOException {
        list(out, capture.loads(), Wire::bytes);
        list(out, capture.invocations(), Wire::bytes);
    }

    static Capture capture(DataInput in) throws IOException {
        return new Capture(list(in, Wire::bytes), list(in, Wire::bytes));
    }

    static void variable(DataOutput out, Variable variable) throws IOException {
        Text.write(out, variable.type());
        Text.write(out, variable.name());
        Text.write(out, variable.value());
    }

    static Variable variable(DataInput in) throws IOException {
        return new Variable(Text.read(in), Text.read(in), Text.read(in));
    }

    static void result(DataOutput out, Result result) throws IOException {
        Text.write(out, result.getClass().getSimpleName());
        Text.write(out, result.source());
        if (result instanceof Result.Value value) {
            Text.write(out, value.name());
            Text.write(out, value.type());
            Text.write(out, value.value());
        } else if (result instanceof Result.Declared declared) {
            Text.write(out, declared.kind());
            Text.write(out, declared.name());
            Text.write(out, declared.change());
            list(out, declared.missing(), Text::write);
        } else if (result instanceof Result.Thrown thrown) {
            failure(out, thrown.failure());
        } else if (result instanceof Result.Rejected rejected) {
            list(out, rejected.problems(), Wire::problem);
        } else if (result instanceof Result.Ended ended) {
            out.writeByte(ended.cause().ordinal());
            Text.write(out, ended.sentence());
            out.writeBoolean(ended.restarted());
        }
    }

    static Result result(DataInput in) throws IOException {
        String kind = Text.read(in);
        String source = Text.read(in);
        return switch (kind) {
            case "Value" -> new Result.Value(source, Text.read(in), Text.read(in), Text.read(in));
            case "Declared" ->
                new Result.Declared(source, Text.read(in), Text.read(in), Text.read(in), list(in, Text::read));
            case "Done" -> new Result.Done(source);
            case "Thrown" -> new Result.Thrown(source, failure(in));
            case "Rejected" -> new Result.Rejected(source, list(in, Wire::problem));
            case "Ended" -> new Result.Ended(source, Cause.values()[in.readByte()], Text.read(in), in.readBoolean());
            default -> throw new IOException("no result: " + kind);
        };
    }

    private static void failure(DataOutput out, Failure failure) throws IOException {
        Text.write(out, failure.className());
        optional(out, failure.message(), Text::write);
        list(out, failure.stack(), Text::write);
        optional(out, failure.cause(), Wire::failure);
    }

    private static Failure failure(DataInput in) throws IOException {
        return new Failure(Text.read(in), optional(in, Text::read), list(in, Text::read), optional(in, Wire::failure));
    }

    private static void problem(DataOutput out, Problem problem) throws IOException {
        Text.write(out, problem.message());
        out.writeBoolean(problem.isError());
        out.writeInt(problem.from());
        out.writeInt(problem.to());
        out.writeInt(problem.line());
        out.writeInt(problem.column());
        Text.write(out, problem.lineText());
    }

    private static Problem problem(DataInput in) throws IOException {
        return new Problem(
                Text.read(in), in.readBoolean(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), Text.read(in));
    }
}
