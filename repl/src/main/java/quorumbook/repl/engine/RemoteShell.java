package quorumbook.repl.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import quorumbook.agent.Text;
import quorumbook.labs.cell.Limit;
import quorumbook.labs.program.NotRunnableException;
import quorumbook.repl.engine.Result.Cause;

/**
 * A session with a compiler in a JVM of its own. Once that has reached a limit nothing more is compiled: what was defined is
 * lost with it, and a stranger gets no second one.
 */
final class RemoteShell implements Shell {
    /** For all of one submission. */
    private static final Duration MOST_CPU = Duration.ofSeconds(40);

    private static final int LONGEST_SOURCE = 128 * 1024;

    private final Compilers compilers;
    private final Compiler compiler;
    private final Errands errands;
    private final Settings settings;
    private final Duration before;
    private boolean over;

    private RemoteShell(Compilers compilers, Compiler compiler, Errands errands, Settings settings) {
        this.compilers = compilers;
        this.compiler = compiler;
        this.errands = errands;
        this.settings = settings;
        this.before = compiler.cpu();
    }

    static RemoteShell open(Compilers compilers, Settings settings, Errands errands) {
        RemoteShell shell = new RemoteShell(compilers, compilers.take(), errands, settings);
        shell.ask(Request.OPEN, out -> {
            Text.write(out, settings.launch().joinedClassPath());
            Wire.list(out, settings.compilerOptions(), Text::write);
        });
        return shell;
    }

    @Override
    public Piece analyze(String source) {
        return text(Request.ANALYZE, source, Wire::piece)
                .orElseGet(() -> new Piece(Completeness.UNKNOWN, Optional.of(source), ""));
    }

    /** Once it is over, what is ours counts as taken: only the learner's own snippets are told. */
    @Override
    public Optional<Result> preload(String source) {
        return text(Request.PRELOAD, source, in -> Wire.optional(in, Wire::result))
                .orElse(Optional.empty());
    }

    @Override
    public Optional<Result> preloadEachTime(String source) {
        return text(Request.PRELOAD_EACH_TIME, source, in -> Wire.optional(in, Wire::result))
                .orElse(Optional.empty());
    }

    @Override
    public boolean hasPreloaded(String name) {
        return text(Request.HAS_PRELOADED, name, in -> in.readBoolean()).orElse(false);
    }

    @Override
    public void drop(String name) {
        text(Request.DROP, name, in -> name);
    }

    @Override
    public Optional<Result> evaluate(String snippetSource, String whole, int offset) {
        Optional<byte[]> reply = snippetSource.length() > LONGEST_SOURCE
                ? tooMuch()
                : ask(Request.EVALUATE, out -> {
                    Text.write(out, snippetSource);
                    Text.write(out, whole);
                    out.writeInt(offset);
                });
        return reply.isPresent()
                ? read(reply.get(), in -> Wire.optional(in, Wire::result))
                : Optional.of(new Result.Ended(snippetSource.strip(), Cause.COMPILATION, sentence(), false));
    }

    @Override
    public Capture capture(String source) throws NotRunnableException {
        Optional<Compiler.Said> said = said(Request.CAPTURE, written(out -> Text.write(out, source)));
        if (said.isEmpty()) {
            throw new NotRunnableException(sentence());
        }
        if (said.get().response() == Response.REFUSED) {
            throw new NotRunnableException(read(said.get().content(), Text::read));
        }
        return read(said.get().content(), Wire::capture);
    }

    @Override
    public List<byte[]> initializers() {
        return ask(Request.INITIALIZERS, out -> {})
                .map(reply -> read(reply, in -> Wire.list(in, Wire::bytes)))
                .orElse(List.of());
    }

    @Override
    public Optional<String> unfinished(String source) {
        return text(Request.UNFINISHED, source, in -> Wire.optional(in, Text::read))
                .orElse(Optional.empty());
    }

    @Override
    public List<Variable> variables() {
        return ask(Request.VARIABLES, out -> {})
                .map(reply -> read(reply, in -> Wire.list(in, Wire::variable)))
                .orElse(List.of());
    }

    @Override
    public List<String> snippets() {
        return ask(Request.SNIPPETS, out -> {})
                .map(reply -> read(reply, in -> Wire.list(in, Text::read)))
                .orElse(List.of());
    }

    /** Nobody types here. */
    @Override
    public List<Completion> complete(String source, int cursor) {
        return List.of();
    }

    /** Nobody reads here. */
    @Override
    public Optional<String> documentation(String source, int cursor) {
        return Optional.empty();
    }

    @Override
    public void close() {
        ask(Request.CLOSE, out -> {});
        compilers.giveBack(compiler);
    }

    private static String sentence() {
        return "What was to be compiled " + Limit.COMPILATION.words() + " (" + Limit.COMPILATION
                + "); nothing more of this submission is compiled.";
    }

    @FunctionalInterface
    private interface Fields {
        void write(DataOutputStream out) throws IOException;
    }

    private <T> Optional<T> text(Request request, String text, Wire.Reader<T> reader) {
        Optional<byte[]> reply =
                text.length() > LONGEST_SOURCE ? tooMuch() : ask(request, out -> Text.write(out, text));
        return reply.map(content -> read(content, reader));
    }

    private Optional<byte[]> ask(Request request, Fields fields) {
        return said(request, written(fields)).map(Compiler.Said::content);
    }

    private Optional<Compiler.Said> said(Request request, byte[] content) {
        if (over) {
            return Optional.empty();
        }
        Optional<Compiler.Said> said = compiler.ask(request, content, errands);
        boolean spent = compiler.cpu().minus(before).compareTo(MOST_CPU) > 0;
        boolean broken = said.filter(each -> each.response() == Response.BROKEN).isPresent();
        // What breaks a compiler, such as types without end, is not what a person writes either.
        if (said.isEmpty() || broken || spent && request != Request.CLOSE) {
            return tooMuch();
        }
        return said;
    }

    private <T> Optional<T> tooMuch() {
        over = true;
        compiler.close();
        if (compiler.wasStarved()) {
            settings.ground().failed("could not be told what to run: the machine is too busy to compile it");
        } else {
            settings.ground().noted(Limit.COMPILATION);
        }
        return Optional.empty();
    }

    private static byte[] written(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            fields.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] content, Wire.Reader<T> reader) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
