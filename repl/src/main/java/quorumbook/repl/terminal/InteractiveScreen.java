package quorumbook.repl.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Screen;
import quorumbook.repl.page.Status;
import quorumbook.repl.terminal.Keys.Keyboard;
import quorumbook.repl.terminal.look.Harmless;
import quorumbook.repl.terminal.look.Look;
import quorumbook.repl.terminal.look.PageWriter;
import quorumbook.repl.terminal.look.Row;

/** The terminal that a person sits at. Pages and streams flow, the last row tells the state, the rest is the prompt's. */
public final class InteractiveScreen implements Screen, AutoCloseable {
    private final Terminal terminal;
    private final Attributes attributesBefore;
    private final Look look;
    private final Keyboard keyboard;
    private final PageWriter writer;
    private final Flow flow;
    private final Keys keys;
    private final Ticking ticking;
    private final Harmless out;
    private final Harmless err;
    private volatile Runnable interrupt = () -> {};
    private boolean closed;

    private InteractiveScreen(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        look = Terminals.look(terminal, environment);
        keyboard = Terminals.isDumb(environment) ? Keyboard.COOKED : Keyboard.RAW;
        writer = new PageWriter(look);
        flow = new Flow(terminal);
        keys = new Keys(terminal, keyboard);
        ticking = new Ticking(terminal, look, flow);
        out = new Harmless(look.colours());
        err = new Harmless(look.colours());
        // Raw from the first moment to the last: what is typed meanwhile is neither echoed nor lost.
        attributesBefore = keyboard == Keyboard.COOKED ? terminal.getAttributes() : terminal.enterRawMode();
    }

    /** The screen of this process; empty unless a person both reads and types. */
    public static Optional<InteractiveScreen> open(Map<String, String> environment) {
        return Terminals.open(environment).map(terminal -> {
            InteractiveScreen screen = new InteractiveScreen(terminal, environment);
            Runtime.getRuntime().addShutdownHook(new Thread(screen.ticking::abort, "screen-end"));
            return screen;
        });
    }

    public Look look() {
        return look;
    }

    Terminal terminal() {
        return terminal;
    }

    Flow flow() {
        return flow;
    }

    /** Writes one painted line into the flow. */
    void say(String line) {
        print(List.of(line));
    }

    Ticking ticking() {
        return ticking;
    }

    Keyboard keyboard() {
        return keyboard;
    }

    @Override
    public void show(Page page) {
        if (page.isEmpty()) {
            return;
        }
        if (ticking.isTyping()) {
            ticking.above(writer.text(page, columns()));
            return;
        }
        List<String> rows = writer.rows(page, columns()).stream()
                .map((Row row) -> row.painted(look.colours()))
                .toList();
        int first = Pager.firstScreen(rows, columns(), windowRows());
        if (first >= rows.size() || look.motion() == Look.Motion.APPENDS || !keys.isEmpty()) {
            print(rows);
        } else {
            page(rows, first);
        }
    }

    private void print(List<String> rows) {
        flow.lock.lock();
        try {
            flow.writeCode(out.settle() + err.settle());
            flow.freshLine();
            flow.write(String.join("\n", rows) + "\n");
        } finally {
            flow.lock.unlock();
        }
    }

    private void page(List<String> rows, int first) {
        boolean listening = keys.isListening();
        Runnable interruptBefore = interrupt;
        interrupt = () -> keys.putBack(Keys.CTRL_C);
        if (!listening) {
            keys.listen(() -> interrupt.run());
        }
        try {
            print(rows.subList(0, first));
            turnPages(rows, first);
        } finally {
            interrupt = interruptBefore;
            if (!listening) {
                keys.rest();
            }
        }
    }

    private void turnPages(List<String> rows, int first) {
        Pager pager = new Pager(keys);
        int shown = first;
        while (shown < rows.size()) {
            int left = rows.size() - shown;
            Pager.Turn turn = ticking.during(
                    new Question(flow, look.words("-- " + left + " more: Space, Enter, q --")), pager::turn);
            if (turn == Pager.Turn.ENOUGH) {
                print(List.of(look.words("…")));
                return;
            }
            int count = turn == Pager.Turn.ROW ? 1 : Pager.fitting(rows, shown, columns(), windowRows() - 1);
            print(rows.subList(shown, shown + count));
            shown += count;
        }
    }

    @Override
    public void stream(Stream stream, String text) {
        Harmless filter = stream == Stream.OUT ? out : err;
        String clean;
        synchronized (filter) {
            clean = filter.pass(text);
        }
        if (stream == Stream.ERR && look.colours() == Look.Colours.ON && !clean.isEmpty()) {
            clean = "\u001b[31m" + clean + "\u001b[0m";
        }
        if (ticking.isTyping()) {
            ticking.above(clean);
            return;
        }
        flow.lock.lock();
        try {
            ticking.makeWay();
            flow.write(clean);
        } finally {
            flow.lock.unlock();
        }
    }

    @Override
    public void happened(Page page) {
        if (!page.isEmpty()) {
            ticking.happened(writer.text(page, columns()));
        }
    }

    /** A key ends it, and so does Ctrl-C; what was seen last stays in the flow. */
    @Override
    public void follow(Callable<Page> pages) throws Exception {
        Following following = new Following(terminal, look, keys);
        Runnable interruptBefore = interrupt;
        interrupt = () -> {
            if (keyboard == Keyboard.COOKED) {
                // The kernel has shown ^C and left the cursor behind it.
                print(List.of(""));
            }
            keys.putBack(Keys.CTRL_C);
        };
        keys.takeTyped();
        ticking.phase("");
        try {
            if (look.motion() == Look.Motion.APPENDS) {
                following.appending(pages, this::print);
            } else {
                print(ticking.suspended(() -> following.repainting(pages)));
            }
        } finally {
            interrupt = interruptBefore;
        }
    }

    @Override
    public void busy(String phase) {
        ticking.phase(phase);
    }

    @Override
    public void idle() {
        ticking.phase("");
    }

    @Override
    public Optional<String> ask(String prompt) {
        if (ticking.isTyping()) {
            // The person is at the prompt, and a line typed there is not meant for a program in the background.
            return Optional.empty();
        }
        boolean listening = keys.isListening();
        keys.rest();
        try {
            return Optional.of(
                    keyboard == Keyboard.COOKED
                            ? typed(new CookedLine(terminal, flow), prompt)
                            : typed(new ScreenLine(terminal, ticking.bottom(), ticking::soon), prompt));
        } catch (EndOfFileException e) {
            return Optional.empty();
        } catch (UserInterruptException e) {
            new Thread(interrupt, "interrupt").start();
            return Optional.empty();
        } finally {
            if (listening) {
                keys.listen(() -> interrupt.run());
            }
        }
    }

    /** Reads one line with the cursor where the flow has arrived. */
    <T extends Typing & TypedInput> String typed(T line, String prompt) {
        flow.lock.lock();
        try {
            flow.writeCode(out.settle() + err.settle());
            flow.freshLine();
        } finally {
            flow.lock.unlock();
        }
        line.typeAhead(keys.takeTyped());
        return ticking.during(line, () -> line.read(prompt));
    }

    /** Does long work while Ctrl-C interrupts it and other keys are kept for the next prompt. */
    <T> T working(Runnable onInterrupt, Supplier<T> work) {
        interrupt = () -> {
            // The kernel has shown it by itself.
            print(List.of(keyboard == Keyboard.RAW ? "^C" : ""));
            // Stopping may take a while; the keyboard must not wait for it.
            new Thread(onInterrupt, "interrupt").start();
        };
        keys.listen(() -> interrupt.run());
        try {
            return work.get();
        } finally {
            keys.rest();
            ticking.phase("");
        }
    }

    @Override
    public Optional<String> edit(String name, String text) {
        if (look.motion() == Look.Motion.APPENDS || ticking.isTyping()) {
            return Optional.empty();
        }
        boolean listening = keys.isListening();
        keys.rest();
        try {
            return Optional.of(ticking.suspended(() -> new FullScreenEditor(terminal).edit(name, text)));
        } finally {
            if (listening) {
                keys.listen(() -> interrupt.run());
            }
        }
    }

    int columns() {
        int columns = terminal.getColumns();
        return columns > 0 ? columns : Look.UNKNOWN_COLUMNS;
    }

    /** The rows that scroll. */
    private int windowRows() {
        int rows = terminal.getRows();
        return rows <= 0
                ? Integer.MAX_VALUE
                : Math.max(4, rows - (ticking.bottom().isShown() ? 1 : 0));
    }

    /** Begins to keep the state in sight. */
    void follow(Supplier<Status> status) {
        ticking.begin(status);
        terminal.handle(Signal.WINCH, signal -> ticking.soon());
    }

    /** Gives the terminal back as it was; may be called twice. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        keys.rest();
        ticking.close();
        try {
            terminal.setAttributes(attributesBefore);
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be given back: " + e.getMessage(), e);
        }
    }
}
