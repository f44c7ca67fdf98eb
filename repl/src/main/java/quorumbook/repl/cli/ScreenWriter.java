package quorumbook.repl.cli;

import java.io.Writer;
import quorumbook.repl.page.Screen;

/** Gives what picocli writes to a screen. */
final class ScreenWriter extends Writer {
    private final Screen screen;
    private final Screen.Stream stream;

    ScreenWriter(Screen screen, Screen.Stream stream) {
        this.screen = screen;
        this.stream = stream;
    }

    @Override
    public void write(char[] characters, int from, int length) {
        screen.stream(stream, new String(characters, from, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
