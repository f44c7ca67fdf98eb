package quorumbook.repl.terminal;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import quorumbook.labs.await.Eventually;

/** A window of a real terminal with a program in it: keys go in, the screen is looked at. */
final class Tmux implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String socket;

    private Tmux(String socket) {
        this.socket = socket;
    }

    static boolean isInstalled() {
        try {
            return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs the pretended workbook in a window of 80 columns and 24 rows. */
    static Tmux pretended(Path folder, Map<String, String> environment, String... jvmOptions) {
        Tmux tmux = new Tmux(folder.resolve("tmux-" + System.nanoTime()).toString());
        List<String> command = new ArrayList<>(List.of("env", "LC_ALL=C.UTF-8"));
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                PretendMain.class.getName(),
                folder.resolve("history").toString()));
        String line = command.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        tmux.run(
                "-f",
                "/dev/null",
                "-u",
                "new-session",
                "-d",
                "-x",
                "80",
                "-y",
                "24",
                "exec " + line,
                ";",
                "set",
                "remain-on-exit",
                "on");
        return tmux;
    }

    /** Types text, letter by letter. */
    Tmux type(String text) {
        // A semicolon at the end would be tmux's own.
        run("send-keys", "-l", text.endsWith(";") ? text.substring(0, text.length() - 1) + "\\;" : text);
        return this;
    }

    /** Presses keys by their names: Enter, C-c, Tab, Up. */
    Tmux press(String... keys) {
        List<String> arguments = new ArrayList<>(List.of("send-keys"));
        arguments.addAll(List.of(keys));
        run(arguments.toArray(String[]::new));
        return this;
    }

    Tmux enter(String text) {
        return type(text).press("Enter");
    }

    /** Pastes as a terminal with bracketed paste does. */
    Tmux paste(String text) {
        run("set-buffer", text);
        run("paste-buffer", "-p");
        return this;
    }

    Tmux resize(int columns, int rows) {
        run("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
        return this;
    }

    /** The rows of the window as they are now, without the blanks at their ends. */
    List<String> screen() {
        return Arrays.stream(run("capture-pane", "-p").split("\n", -1))
                .map(String::stripTrailing)
                .toList();
    }

    /** The rows with what they are painted with. */
    String painted() {
        return run("capture-pane", "-p", "-e");
    }

    /** Waits for a screen; shows the last one if it does not come. */
    List<String> see(String what, Predicate<List<String>> wanted) {
        try {
            Eventually.Sight<List<String>> sight = Eventually.look(PATIENCE, this::screen, wanted);
            if (!sight.satisfied()) {
                fail("not seen: " + what + "; the screen was\n" + String.join("\n", screen()));
            }
            return sight.value();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at the screen", e);
        }
    }

    /** Waits until these rows follow each other somewhere. */
    List<String> seeRows(String... rows) {
        String wanted = String.join("\n", rows);
        return see(
                "the rows\n" + wanted,
                screen -> ("\n" + String.join("\n", screen) + "\n").contains("\n" + wanted + "\n"));
    }

    private String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", socket));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", arguments) + ": " + output);
            }
            return output.endsWith("\n") ? output.substring(0, output.length() - 1) : output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking tmux", e);
        }
    }

    @Override
    public void close() {
        run("kill-server");
    }
}
