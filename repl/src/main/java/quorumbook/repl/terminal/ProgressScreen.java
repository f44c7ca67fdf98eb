package quorumbook.repl.terminal;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.AttributedString;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Screen;
import quorumbook.repl.terminal.look.Look;

/**
 * A screen for long work at which nobody types: pages flow, and below them one line says how far it is, which is written
 * over where that can be done. Ctrl-C ends the program, as anywhere. Guarded by itself.
 */
public final class ProgressScreen implements Screen {
    private static final String ERASE = "\r\u001b[K";

    private final PlainScreen pages;
    private final PrintStream err;
    private final Look look;
    private final IntSupplier columns;
    private String line = "";

    ProgressScreen(Look look, PrintStream out, PrintStream err, IntSupplier columns) {
        this.pages = new PlainScreen(look, out, err);
        this.err = err;
        this.look = look;
        this.columns = columns;
    }

    /** The line goes to standard error, pages to standard output. */
    public static ProgressScreen ofStandardStreams(Map<String, String> environment) {
        TerminalProvider provider = Terminals.provider();
        boolean watched = provider.isSystemStream(SystemStream.Error);
        Look look = Look.of(environment, watched ? Look.Output.TERMINAL : Look.Output.PIPE);
        boolean paints = watched && provider.isSystemStream(SystemStream.Output);
        Look shown = paints ? look : new Look(Look.Colours.OFF, look.signs(), look.motion());
        return new ProgressScreen(shown, System.out, System.err, () -> width(provider));
    }

    private static int width(TerminalProvider provider) {
        int width = provider.systemStreamWidth(SystemStream.Error);
        return width > 0 ? width : Look.UNKNOWN_COLUMNS;
    }

    /** Whether the line is written over: then it may change every second, else it is better said now and then. */
    public boolean isRepainted() {
        return look.motion() == Look.Motion.REPAINTS;
    }

    @Override
    public synchronized void show(Page page) {
        erase();
        pages.show(page);
        paint();
    }

    @Override
    public synchronized void stream(Stream stream, String text) {
        erase();
        pages.stream(stream, text);
    }

    @Override
    public void happened(Page page) {
        show(page);
    }

    @Override
    public synchronized void busy(String phase) {
        if (!isRepainted()) {
            pages.busy(phase);
            return;
        }
        line = look.words(phase);
        paint();
    }

    @Override
    public synchronized void idle() {
        erase();
        line = "";
        pages.idle();
    }

    private void paint() {
        if (!line.isEmpty()) {
            err.print(ERASE + new AttributedString(line).columnSubSequence(0, Math.max(1, columns.getAsInt() - 1)));
            err.flush();
        }
    }

    private void erase() {
        if (!line.isEmpty()) {
            err.print(ERASE);
            err.flush();
        }
    }

    @Override
    public Optional<String> ask(String prompt) {
        return Optional.empty();
    }

    @Override
    public Optional<String> edit(String name, String text) {
        return Optional.empty();
    }
}
