package quorumbook.repl.terminal;

import java.io.PrintStream;
import java.util.Optional;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Screen;
import quorumbook.repl.terminal.look.Harmless;
import quorumbook.repl.terminal.look.Look;
import quorumbook.repl.terminal.look.PageWriter;

/**
 * A screen that nobody sits at: pages and output to one stream, errors and phases to the other, nothing is ever asked.
 * Guarded by itself.
 */
public final class PlainScreen implements Screen {
    private final PrintStream out;
    private final PrintStream err;
    private final PageWriter writer;
    private final Harmless outFilter;
    private final Harmless errFilter;
    private boolean outAtLineStart = true;
    private boolean errAtLineStart = true;
    private String phase = "";

    public PlainScreen(Look look, PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        writer = new PageWriter(look);
        outFilter = new Harmless(look.colours());
        errFilter = new Harmless(look.colours());
    }

    /** The screen of a program whose output goes to a pipe or a file. */
    public static PlainScreen ofStandardStreams() {
        return new PlainScreen(Look.of(System.getenv(), Look.Output.PIPE), System.out, System.err);
    }

    @Override
    public synchronized void show(Page page) {
        if (page.isEmpty()) {
            return;
        }
        out.print(outFilter.settle());
        if (!outAtLineStart) {
            out.print('\n');
        }
        out.print(writer.text(page, Look.UNKNOWN_COLUMNS));
        out.flush();
        outAtLineStart = true;
    }

    @Override
    public synchronized void stream(Stream stream, String text) {
        if (stream == Stream.OUT) {
            outAtLineStart = print(out, outFilter.pass(text), outAtLineStart);
        } else {
            errAtLineStart = print(err, errFilter.pass(text), errAtLineStart);
        }
    }

    @Override
    public void happened(Page page) {
        show(page);
    }

    @Override
    public synchronized void busy(String phase) {
        if (!phase.equals(this.phase)) {
            this.phase = phase;
            errAtLineStart = print(err, (errAtLineStart ? "" : "\n") + phase + " ...\n", true);
        }
    }

    @Override
    public synchronized void idle() {
        phase = "";
    }

    /** The script on standard input is for the workbook, not for the programs that it starts: they read an end of input. */
    @Override
    public Optional<String> ask(String prompt) {
        return Optional.empty();
    }

    @Override
    public Optional<String> edit(String name, String text) {
        return Optional.empty();
    }

    private static boolean print(PrintStream stream, String text, boolean atLineStart) {
        stream.print(text);
        stream.flush();
        return text.isEmpty() ? atLineStart : text.endsWith("\n");
    }
}
