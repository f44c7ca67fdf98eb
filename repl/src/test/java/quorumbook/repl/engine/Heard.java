package quorumbook.repl.engine;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Keeps what a program says, and types the lines that a test laid ready; waits for one where none is. */
public final class Heard implements Output {
    private final Queue<String> out = new ConcurrentLinkedQueue<>();
    private final Queue<String> err = new ConcurrentLinkedQueue<>();
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    public void types(String... typed) {
        for (String line : typed) {
            lines.add(Optional.of(line));
        }
    }

    public void endsInput() {
        lines.add(Optional.empty());
    }

    public String out() {
        return String.join("", out);
    }

    public String err() {
        return String.join("", err);
    }

    public Queue<String> events() {
        return events;
    }

    @Override
    public void out(String text) {
        out.add(text);
    }

    @Override
    public void err(String text) {
        err.add(text);
    }

    @Override
    public Optional<String> line(String prompt) {
        try {
            return lines.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void event(String sentence) {
        events.add(sentence);
    }
}
