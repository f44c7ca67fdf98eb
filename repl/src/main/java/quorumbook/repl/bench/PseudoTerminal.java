package quorumbook.repl.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A program that believes it has a terminal, by {@code script} of util-linux, and that we read and type to. */
final class PseudoTerminal implements AutoCloseable {
    /** High enough that no first screen is turned page by page. */
    private static final String SIZE = "stty cols 100 rows 100; ";

    private static final Pattern ESCAPES =
            Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*(\u0007|\u001b\\\\)"
                    + "|\u001b[()][A-Z0-9]|\u001b[=>78]|[\r\u0000\u0007\u0008]");

    private final Process process;
    private final long begun;
    private final StringBuilder heard = new StringBuilder();
    private long heardAt;
    private boolean over;

    private PseudoTerminal(Process process, long begun) {
        this.process = process;
        this.begun = begun;
    }

    static PseudoTerminal start(List<String> command, Map<String, String> environment, Path folder) throws IOException {
        String quoted = command.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        ProcessBuilder builder = new ProcessBuilder("script", "-qfc", SIZE + "exec " + quoted, "/dev/null")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        PseudoTerminal terminal = new PseudoTerminal(builder.start(), begun);
        Thread thread = new Thread(terminal::listen, "pseudo-terminal");
        thread.setDaemon(true);
        thread.start();
        return terminal;
    }

    private void listen() {
        try (InputStream raw = process.getInputStream();
                Reader in = new InputStreamReader(raw, StandardCharsets.UTF_8)) {
            char[] chunk = new char[8192];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                hear(new String(chunk, 0, read));
            }
        } catch (IOException e) {
            hear("\n" + e);
        }
        end();
    }

    private synchronized void hear(String text) {
        heard.append(text);
        heardAt = System.nanoTime();
        notifyAll();
    }

    private synchronized void end() {
        over = true;
        notifyAll();
    }

    /** Waits for the words, and returns after how many nanoseconds of the program's life they were there. */
    synchronized long await(Pattern words, Duration patience) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!seen(words)) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (over || left <= 0) {
                throw new TimeoutException("'" + words + "' did not appear; on the screen was: " + plain());
            }
            wait(left);
        }
        return heardAt - begun;
    }

    private boolean seen(Pattern words) {
        Matcher matcher = words.matcher(plain());
        return matcher.find();
    }

    private String plain() {
        return ESCAPES.matcher(heard).replaceAll("");
    }

    void type(String text) throws IOException {
        OutputStream out = process.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Waits a little for a program that was told to leave, then ends what is left. */
    @Override
    public void close() {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
