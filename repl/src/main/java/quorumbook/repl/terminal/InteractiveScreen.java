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
    private final Outlet outlet;
    private final Attention attention;
    private final Pages pages;
    private boolean closed;

    private InteractiveScreen(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        look = Terminals.look(terminal, environment);
        keyboard = Terminals.isDumb(environment) ? Keyboard.COOKED : Keyboard.RAW;
        writer = new PageWriter(look);
        flow = new Flow(terminal);
        keys = new Keys(terminal, keyboard);
        ticking = new Ticking(terminal, look, flow);
        outlet = new Outlet(flow, ticking, look);
        attention = new Attention(keys);
        pages = new Pages(terminal, look, flow, outlet, keys, attention, ticking);
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
        outlet.print(List.of(line));
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
        pages.show(writer.rows(page, columns()).stream()
                .map((Row row) -> row.painted(look.colours()))
                .toList());
    }

    @Override
    public void stream(Stream stream, String text) {
        outlet.stream(stream, text);
    }

    @Override
    public void happened(Page page) {
        if (!page.isEmpty()) {
            ticking.happened(writer.text(page, columns()));
        }
    }

    /** A key ends it, and so does Ctrl-C; what was seen last stays in the flow. */
    @Override
    public void follow(Callable<Page> shown) throws Exception {
        Following following = new Following(terminal, look, keys);
        Runnable before = attention.turn(() -> {
            if (keyboard == Keyboard.COOKED) {
                // The kernel has shown ^C and left the cursor behind it.
                outlet.print(List.of(""));
            }
            keys.putBack(Keys.CTRL_C);
        });
        keys.takeTyped();
        ticking.phase("");
        try {
            if (look.motion() == Look.Motion.APPENDS) {
                following.appending(shown, outlet::print);
            } else {
                outlet.print(ticking.suspended(() -> following.repainting(shown)));
            }
        } finally {
            attention.turn(before);
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
        return attention.elsewhere(() -> {
            try {
                return Optional.of(
                        keyboard == Keyboard.COOKED
                                ? typed(new CookedLine(terminal), prompt)
                                : typed(new ScreenLine(terminal, ticking.bottom(), ticking::soon), prompt));
            } catch (EndOfFileException e) {
                return Optional.empty();
            } catch (UserInterruptException e) {
                attention.interruptSoon();
                return Optional.empty();
            }
        });
    }

    /** Reads one line with the cursor where the flow has arrived. */
    <T extends Typing & TypedInput> String typed(T line, String prompt) {
        outlet.freshLine();
        line.typeAhead(keys.takeTyped());
        return ticking.during(line, () -> line.read(prompt));
    }

    /** Does long work while Ctrl-C interrupts it and other keys are kept for the next prompt. */
    <T> T working(Runnable onInterrupt, Supplier<T> work) {
        attention.turn(() -> {
            // The kernel has shown it by itself.
            outlet.print(List.of(keyboard == Keyboard.RAW ? "^C" : ""));
            // Stopping may take a while; the keyboard must not wait for it.
            new Thread(onInterrupt, "interrupt").start();
        });
        attention.listen();
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
        return Optional.of(
                attention.elsewhere(() -> ticking.suspended(() -> new FullScreenEditor(terminal).edit(name, text))));
    }

    int columns() {
        return pages.columns();
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
