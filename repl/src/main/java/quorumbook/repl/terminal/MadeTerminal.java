package quorumbook.repl.terminal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.AbstractPosixTerminal;
import org.jline.terminal.impl.jni.JniNativePty;

/** A terminal of our own making: to a program whose standard streams are its file, a person sits there. */
public final class MadeTerminal implements AutoCloseable {
    private final Terminal terminal;
    private final JniNativePty pair;

    private MadeTerminal(Terminal terminal, JniNativePty pair) {
        this.terminal = terminal;
        this.pair = pair;
    }

    /** Opens one that is high enough for no page to be turned. */
    public static MadeTerminal open() throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .system(false)
                // Nothing is pumped: we read and write the other end ourselves.
                .streams(new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream())
                .paused(true)
                .provider("jni")
                .type("xterm-256color")
                .size(Size.of(100, 60))
                .graphemeCluster(false)
                .build();
        if (terminal instanceof AbstractPosixTerminal posix && posix.getPty() instanceof JniNativePty pair) {
            return new MadeTerminal(terminal, pair);
        }
        terminal.close();
        throw new IOException("no terminal can be made on this system");
    }

    /** What the program's standard streams are to be. */
    public Path file() {
        return Path.of(pair.getName());
    }

    /** Where what is typed goes. */
    public OutputStream keyboard() {
        return pair.getMasterOutput();
    }

    /** Where what is painted comes from; reading it waits for ever once the program has ended. */
    public InputStream picture() {
        return pair.getMasterInput();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
