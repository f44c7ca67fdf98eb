package quorumbook.repl.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.slf4j.LoggerFactory;
import quorumbook.repl.page.Status;
import quorumbook.repl.terminal.look.Look;

/**
 * What moves by itself, all in one thread: the bottom line, the spinner, and what happened while somebody types. Producers
 * never wait for the line editor: its lock may be held by whoever waits for them.
 */
final class Ticking implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration STATUS_EVERY = Duration.ofMillis(300);
    /** Work that ends before is not announced. */
    private static final Duration UNREMARKABLE = Duration.ofMillis(200);

    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

    private final Terminal terminal;
    private final Look look;
    private final Flow flow;
    private final BottomLine bottom;
    private final ScheduledThreadPoolExecutor executor;
    private final StringBuilder above = new StringBuilder();
    private final boolean repaints;

    private volatile Supplier<Status> status = () -> new Status("", List.of());
    private volatile boolean following;
    private volatile Typing typing = Typing.NOBODY;
    private volatile Phase phase = Phase.NONE;
    private Size size;
    private Instant statusDue = Instant.EPOCH;
    private String announced = "";
    private boolean suspended;
    private int turns;

    /** What goes on, and since when. */
    private record Phase(String words, Instant since) {
        static final Phase NONE = new Phase("", Instant.EPOCH);
    }

    Ticking(Terminal terminal, Look look, Flow flow) {
        this.terminal = terminal;
        this.look = look;
        this.flow = flow;
        bottom = new BottomLine(terminal);
        repaints = look.motion() == Look.Motion.REPAINTS;
        size = terminal.getSize();
        executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "screen");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> unused =
                executor.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    BottomLine bottom() {
        return bottom;
    }

    boolean isTyping() {
        return typing != Typing.NOBODY;
    }

    /** Shows that status from now on. */
    void begin(Supplier<Status> source) {
        status = source;
        following = true;
    }

    /** Ticks at once, and then as before. */
    void soon() {
        if (!executor.isShutdown()) {
            executor.execute(this::tick);
        }
    }

    void phase(String words) {
        if (words.isEmpty()) {
            phase = Phase.NONE;
            flow.lock.lock();
            try {
                announced = "";
                if (!isTyping()) {
                    flow.erasePassing();
                }
            } finally {
                flow.lock.unlock();
            }
        } else if (!words.equals(phase.words())) {
            phase = new Phase(words, Instant.now());
        }
    }

    /** Text that comes while somebody types: whole lines go above, the rest waits for its end. */
    void above(String text) {
        synchronized (above) {
            above.append(text);
        }
        soon();
    }

    /** Whole lines that belong to nobody's output. */
    void happened(String lines) {
        synchronized (above) {
            boolean midLine = !above.isEmpty() && above.charAt(above.length() - 1) != '\n';
            above.append(midLine ? "\n" : "").append(lines);
        }
        soon();
    }

    /** Somebody types as long as the body runs. */
    <T> T during(Typing somebody, Supplier<T> body) {
        flow.lock.lock();
        try {
            flow.write(takeAbove(true));
            typing = somebody;
        } finally {
            flow.lock.unlock();
        }
        try {
            return body.get();
        } finally {
            flow.lock.lock();
            try {
                typing = Typing.NOBODY;
                somebody.left(flow);
                flow.write(takeAbove(true));
            } finally {
                flow.lock.unlock();
            }
        }
    }

    /** What is done while the window is somebody else's. */
    @FunctionalInterface
    interface Guest<T, E extends Exception> {
        T run() throws E;
    }

    /** Leaves the whole window to somebody else as long as the body runs. */
    <T, E extends Exception> T suspended(Guest<T, E> body) throws E {
        flow.lock.lock();
        try {
            bottom.hide();
            suspended = true;
        } finally {
            flow.lock.unlock();
        }
        try {
            return body.run();
        } finally {
            flow.lock.lock();
            try {
                suspended = false;
            } finally {
                flow.lock.unlock();
            }
            soon();
        }
    }

    /** Whether the state is in sight by itself; else the prompt has to say it. */
    boolean keepsStateInSight() {
        return repaints && BottomLine.fits(terminal, terminal.getSize());
    }

    private void tick() {
        flow.lock.lock();
        try {
            if (suspended) {
                return;
            }
            String lines = takeAbove(false);
            if (isTyping()) {
                if (!lines.isEmpty()) {
                    typing.printAbove(lines);
                }
                typing.still(this::paintBottom);
            } else {
                if (!lines.isEmpty()) {
                    flow.freshLine();
                    flow.write(lines);
                }
                paintBottom();
                paintPhase();
            }
        } catch (RuntimeException e) {
            // The next tick may fare better; without this the bottom line would stand still for ever.
            LoggerFactory.getLogger(Ticking.class).debug("the screen could not be brought up to date", e);
        } finally {
            flow.lock.unlock();
        }
    }

    /** Under the lock of the flow, before writing: in a window that has just changed, the old line may be in the way. */
    void makeWay() {
        if (bottom.isMisplaced(terminal.getSize()) && !suspended) {
            paintBottom();
        }
    }

    private String takeAbove(boolean everything) {
        synchronized (above) {
            int end = everything ? above.length() : above.lastIndexOf("\n") + 1;
            String text = above.substring(0, end);
            above.delete(0, end);
            return text;
        }
    }

    private void paintBottom() {
        if (!repaints) {
            return;
        }
        Size now = terminal.getSize();
        boolean resized = now.getRows() != size.getRows() || now.getColumns() != size.getColumns();
        if (resized) {
            size = Size.of(now.getColumns(), now.getRows());
            typing.liftBeforeResize(size);
            if (bottom.isShown()) {
                bottom.abandon();
            }
        }
        if (!following || !keepsStateInSight()) {
            bottom.hide();
        } else if (resized || !bottom.isShown() || !Instant.now().isBefore(statusDue)) {
            String phaseWords = isTyping() ? phase.words() : "";
            bottom.show(StatusWords.line(status.get(), phaseWords, look, size.getColumns() - 1), size);
            statusDue = Instant.now().plus(STATUS_EVERY);
        }
        if (resized) {
            typing.putBack(size);
        }
    }

    private void paintPhase() {
        Phase current = phase;
        Duration lasting = Duration.between(current.since(), Instant.now());
        if (current.equals(Phase.NONE) || lasting.compareTo(UNREMARKABLE) < 0 && announced.isEmpty()) {
            return;
        }
        if (!repaints) {
            if (!current.words().equals(announced)) {
                flow.freshLine();
                flow.write(look.words(current.words() + " …") + "\n");
            }
        } else {
            String spin = look.signs() == Look.Signs.GLYPHS ? SPINNER.charAt(turns++ % SPINNER.length()) + " " : "";
            String seconds = lasting.toSeconds() >= 2 ? " " + lasting.toSeconds() + " s" : "";
            flow.pass(look.words(spin + current.words() + seconds));
        }
        announced = current.words();
    }

    /** Gives the bottom row back at the end of a process that was not left in the ordinary way. */
    void abort() {
        executor.shutdownNow();
        String farewell = bottom.farewell();
        if (!farewell.isEmpty()) {
            System.out.print(farewell);
            System.out.flush();
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        flow.lock.lock();
        try {
            if (!isTyping()) {
                flow.write(takeAbove(true));
                flow.freshLine();
            }
            bottom.hide();
        } finally {
            flow.lock.unlock();
        }
    }
}
