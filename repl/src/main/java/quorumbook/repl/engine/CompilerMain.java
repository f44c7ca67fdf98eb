package quorumbook.repl.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import quorumbook.agent.Text;
import quorumbook.labs.program.NotRunnableException;

/**
 * The main class of a JVM that compiles what a stranger wrote, and runs none of it: it may run out of memory or never end
 * without harm to anybody. One session after the other; the end of its input is its end.
 */
public final class CompilerMain implements Errands {
    private final DataInputStream in =
            new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
    private final DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    private Optional<Session> session = Optional.empty();

    private CompilerMain() {}

    public static void main(String[] arguments) throws IOException {
        new CompilerMain().serve();
    }

    private void serve() throws IOException {
        for (int next = in.read(); next >= 0; next = in.read()) {
            byte[] content = Wire.bytes(in);
            try {
                answer(Request.values()[next], content);
            } catch (NotRunnableException e) {
                say(Response.REFUSED, text(String.valueOf(e.getMessage())));
            } catch (RuntimeException | StackOverflowError e) {
                say(Response.BROKEN, text(e.toString()));
            }
        }
    }

    private void answer(Request request, byte[] content) throws IOException, NotRunnableException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataInputStream asked = new DataInputStream(new ByteArrayInputStream(content));
                DataOutputStream reply = new DataOutputStream(bytes)) {
            answer(request, asked, reply);
        }
        say(Response.DONE, bytes.toByteArray());
    }

    private void answer(Request request, DataInputStream asked, DataOutputStream reply)
            throws IOException, NotRunnableException {
        switch (request) {
            case OPEN -> {
                session.ifPresent(Session::close);
                session = Optional.of(Session.open(this, Text.read(asked), Wire.list(asked, Text::read)));
            }
            case ANALYZE -> Wire.piece(reply, shell().analyze(Text.read(asked)));
            case PRELOAD -> Wire.optional(reply, shell().preload(Text.read(asked)), Wire::result);
            case PRELOAD_EACH_TIME -> Wire.optional(reply, shell().preloadEachTime(Text.read(asked)), Wire::result);
            case HAS_PRELOADED -> reply.writeBoolean(shell().hasPreloaded(Text.read(asked)));
            case DROP -> shell().drop(Text.read(asked));
            case EVALUATE ->
                Wire.optional(
                        reply, shell().evaluate(Text.read(asked), Text.read(asked), asked.readInt()), Wire::result);
            case CAPTURE -> Wire.capture(reply, shell().capture(Text.read(asked)));
            case INITIALIZERS -> Wire.list(reply, shell().initializers(), Wire::bytes);
            case UNFINISHED -> Wire.optional(reply, shell().unfinished(Text.read(asked)), Text::write);
            case VARIABLES -> Wire.list(reply, shell().variables(), Wire::variable);
            case SNIPPETS -> Wire.list(reply, shell().snippets(), Text::write);
            case CLOSE -> {
                session.ifPresent(Session::close);
                session = Optional.empty();
            }
        }
    }

    private Session shell() {
        return session.orElseThrow(() -> new IllegalStateException("no session is open"));
    }

    @Override
    public byte[] perform(byte[] command) {
        return errand(Response.PERFORM, command);
    }

    @Override
    public byte[] load(byte[] load) {
        return errand(Response.LOAD, load);
    }

    @Override
    public void again(byte[] invocation) {
        try {
            say(Response.AGAIN, invocation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] errand(Response what, byte[] content) {
        try {
            say(what, content);
            return Wire.bytes(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void say(Response what, byte[] content) throws IOException {
        out.writeByte(what.ordinal());
        Wire.bytes(out, content);
        out.flush();
    }

    private static byte[] text(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Text.write(new DataOutputStream(bytes), String.valueOf(text));
        return bytes.toByteArray();
    }
}
