package quorumbook.repl.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import quorumbook.agent.Channel;
import quorumbook.agent.Frame;
import quorumbook.agent.FrameInput;
import quorumbook.agent.FrameOutput;
import quorumbook.labs.cell.Cell;
import quorumbook.labs.cell.Limit;

/** Hears what a JVM says, frame by frame, and hands each to whom it concerns; keeps its last words. */
final class Hearing {
    private final Cell cell;
    private final Listener listener;
    private final Exchange exchange;
    private final Gateway gateway;
    private final Attendant attendant;
    private final Allowance allowance;
    private final Runnable onLeaving;
    private final LastWords lastWords = new LastWords();
    private final Decoder out = new Decoder();
    private final Decoder err = new Decoder();
    private volatile boolean leaving;

    /** @param onLeaving is run once, when the JVM begins to end by itself; must not wait */
    Hearing(
            Cell cell,
            Listener listener,
            Exchange exchange,
            Gateway gateway,
            Attendant attendant,
            Allowance allowance,
            Runnable onLeaving) {
        this.cell = cell;
        this.listener = listener;
        this.exchange = exchange;
        this.gateway = gateway;
        this.attendant = attendant;
        this.allowance = allowance;
        this.onLeaving = onLeaving;
    }

    /** Whether its shutdown hooks began to run. */
    boolean isLeaving() {
        return leaving;
    }

    /** What it wrote last on its standard error, and what we have to say of it. */
    LastWords lastWords() {
        return lastWords;
    }

    /** Hears frames until there are no more. */
    void frames() {
        FrameInput in = new FrameInput(cell.output(), allowance.bounds().longestFrame());
        try {
            in.awaitGreeting(FrameOutput.greeting());
            exchange.greet();
            for (Optional<Frame> next = in.read(); next.isPresent(); next = in.read()) {
                hear(next.get());
            }
        } catch (IOException e) {
            lastWords.add(String.valueOf(e.getMessage()));
            if (!allowance.bounds().hasNetwork() && exchange.hasGreeted()) {
                // Our agent writes whole frames of a moderate length: this is somebody else's doing.
                allowance.exceeded(Limit.OUTPUT);
            }
        }
    }

    private void hear(Frame frame) throws IOException {
        if (allowance.isOver()) {
            return;
        }
        if (frame.channel() == Channel.PASSAGE) {
            pass(frame.payload());
            return;
        }
        if (!allowance.takes(frame)) {
            return;
        }
        switch (frame.channel()) {
            case REPLY -> exchange.replied(frame.payload());
            case OUT -> listener.out(out.decode(frame.payload()));
            case ERR -> listener.err(err.decode(frame.payload()));
            case EVENT -> listener.event(new String(frame.payload(), StandardCharsets.UTF_8));
            case REPORT -> allowance.mayGoOn(attendant.report(frame.payload()), Limit.OUTPUT);
            case ASK -> allowance.mayGoOn(attendant.question(), Limit.OUTPUT);
            case LEAVING -> leave();
            default -> throw new IOException("not for a workbook: " + frame.channel());
        }
    }

    private void pass(byte[] payload) throws IOException {
        if (allowance.bounds().hasNetwork()) {
            throw new IOException("not for a workbook: " + Channel.PASSAGE);
        }
        allowance.passed(gateway.heard(payload));
    }

    private void leave() {
        if (!leaving) {
            leaving = true;
            onLeaving.run();
        }
    }

    /** Hears what the JVM itself writes until there is no more. */
    void standardError() {
        try (InputStream stderr = cell.errors()) {
            byte[] chunk = new byte[4096];
            for (int read = stderr.read(chunk); read >= 0; read = stderr.read(chunk)) {
                allowance.complained(read);
                lastWords.add(new String(chunk, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            lastWords.add(String.valueOf(e.getMessage()));
        }
    }
}
