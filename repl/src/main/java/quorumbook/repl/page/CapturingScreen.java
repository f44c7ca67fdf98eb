package quorumbook.repl.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Collectors;

/** A screen that keeps what it was given as plain text, in the order it came: for graders and tests. Guarded by itself. */
public final class CapturingScreen implements Screen {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    private final List<Page> pages = new ArrayList<>();
    private final List<Page> happenings = new ArrayList<>();
    private final List<String> phases = new ArrayList<>();
    private final Queue<String> answers;

    public CapturingScreen(String... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public synchronized void show(Page page) {
        pages.add(page);
        append(page);
    }

    @Override
    public synchronized void stream(Stream stream, String chunk) {
        (stream == Stream.OUT ? out : err).append(chunk);
        text.append(chunk);
    }

    @Override
    public synchronized void happened(Page page) {
        happenings.add(page);
        append(page);
    }

    @Override
    public synchronized void busy(String phase) {
        phases.add(phase);
    }

    @Override
    public void idle() {}

    /** The next of the answers that the screen was made with; nothing once they are used up. */
    @Override
    public synchronized Optional<String> ask(String prompt) {
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<String> edit(String name, String text) {
        return Optional.empty();
    }

    /** Everything that could have been read, pages and streams, in order. */
    public synchronized String text() {
        return text.toString();
    }

    public synchronized List<Page> pages() {
        return List.copyOf(pages);
    }

    /** The pages as plain text, without what was streamed. */
    public synchronized String shown() {
        return pages.stream().map(Page::plainText).collect(Collectors.joining("\n"));
    }

    public synchronized List<Page> happenings() {
        return List.copyOf(happenings);
    }

    public synchronized List<String> phases() {
        return List.copyOf(phases);
    }

    public synchronized String streamed(Stream stream) {
        return (stream == Stream.OUT ? out : err).toString();
    }

    private void append(Page page) {
        if (!page.isEmpty()) {
            text.append(text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "" : "\n")
                    .append(page.plainText())
                    .append('\n');
        }
    }
}
