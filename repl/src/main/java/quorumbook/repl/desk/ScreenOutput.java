package quorumbook.repl.desk;

import java.util.Optional;
import quorumbook.repl.engine.Output;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Screen;
import quorumbook.repl.page.Span;

/** What a running program says and asks, on the screen. */
record ScreenOutput(Screen screen) implements Output {
    @Override
    public void out(String text) {
        screen.stream(Screen.Stream.OUT, text);
    }

    @Override
    public void err(String text) {
        screen.stream(Screen.Stream.ERR, text);
    }

    @Override
    public Optional<String> line(String prompt) {
        return screen.ask(prompt);
    }

    @Override
    public void event(String sentence) {
        screen.happened(Page.of(Span.strong(sentence)));
    }
}
