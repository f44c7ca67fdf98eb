package quorumbook.repl.terminal;

import java.util.List;
import quorumbook.repl.page.Screen;
import quorumbook.repl.terminal.look.Harmless;
import quorumbook.repl.terminal.look.Look;

/** Where rows and streams enter the flow: streams made harmless, rows always on lines of their own. */
final class Outlet {
    private final Flow flow;
    private final Ticking ticking;
    private final Look look;
    private final Harmless out;
    private final Harmless err;

    Outlet(Flow flow, Ticking ticking, Look look) {
        this.flow = flow;
        this.ticking = ticking;
        this.look = look;
        this.out = new Harmless(look.colours());
        this.err = new Harmless(look.colours());
    }

    /** Painted rows. */
    void print(List<String> rows) {
        flow.lock.lock();
        try {
            freshLine();
            flow.write(String.join("\n", rows) + "\n");
        } finally {
            flow.lock.unlock();
        }
    }

    /** What follows begins on a line of its own, in no stream's colour. */
    void freshLine() {
        flow.lock.lock();
        try {
            flow.writeCode(out.settle() + err.settle());
            flow.freshLine();
        } finally {
            flow.lock.unlock();
        }
    }

    void stream(Screen.Stream stream, String text) {
        Harmless filter = stream == Screen.Stream.OUT ? out : err;
        String clean;
        synchronized (filter) {
            clean = filter.pass(text);
        }
        if (stream == Screen.Stream.ERR && look.colours() == Look.Colours.ON && !clean.isEmpty()) {
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
}
