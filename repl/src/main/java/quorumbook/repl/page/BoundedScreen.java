package quorumbook.repl.page;

import java.util.Optional;

/**
 * A screen for programs that nobody watches: keeps the beginning and the end of what could have been read, whatever comes
 * between, and tells once when it was too much. Guarded by itself.
 */
public final class BoundedScreen implements Screen {
    private final int kept;
    private final long most;
    private final Runnable flooded;
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder tail = new StringBuilder();
    private long dropped;
    private long all;
    private boolean told;

    /**
     * @param kept characters kept of the beginning, and as many of the end
     * @param most characters after which {@code flooded} is called, on the thread that brings the next
     */
    public BoundedScreen(int kept, long most, Runnable flooded) {
        this.kept = kept;
        this.most = most;
        this.flooded = flooded;
    }

    @Override
    public void show(Page page) {
        if (page.isEmpty()) {
            return;
        }
        String words = page.plainText();
        synchronized (this) {
            char last = tail.isEmpty()
                    ? (head.isEmpty() ? '\n' : head.charAt(head.length() - 1))
                    : tail.charAt(tail.length() - 1);
            take((last == '\n' ? "" : "\n") + words + "\n");
        }
        tell();
    }

    @Override
    public void stream(Stream stream, String chunk) {
        synchronized (this) {
            take(chunk);
        }
        tell();
    }

    private void take(String words) {
        all += words.length();
        int first = Math.min(words.length(), kept - head.length());
        head.append(words, 0, first);
        String rest = words.substring(first);
        if (rest.length() > kept) {
            dropped += tail.length() + rest.length() - kept;
            tail.setLength(0);
            tail.append(rest, rest.length() - kept, rest.length());
            return;
        }
        tail.append(rest);
        // Not at each character: moving the rest forward is dear.
        if (tail.length() > 2 * kept) {
            dropped += tail.length() - kept;
            tail.delete(0, tail.length() - kept);
        }
    }

    private void tell() {
        synchronized (this) {
            if (told || all <= most) {
                return;
            }
            told = true;
        }
        flooded.run();
    }

    @Override
    public void happened(Page page) {
        show(page);
    }

    @Override
    public void busy(String phase) {}

    @Override
    public void idle() {}

    /** There is nobody to ask. */
    @Override
    public Optional<String> ask(String prompt) {
        return Optional.empty();
    }

    @Override
    public Optional<String> edit(String name, String text) {
        return Optional.empty();
    }

    /** What is kept, with a line that says how much is not. */
    public synchronized String text() {
        int over = Math.max(0, tail.length() - kept);
        String end = tail.substring(over);
        long missing = dropped + over;
        return missing == 0 ? head + end : head + "\n… " + missing + " characters left out …\n" + end;
    }
}
