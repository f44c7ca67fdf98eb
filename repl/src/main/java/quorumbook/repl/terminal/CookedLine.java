package quorumbook.repl.terminal;

import java.io.IOException;
import org.jline.reader.EndOfFileException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/** A line on a terminal that can only add text: the kernel edits, nothing of ours is drawn. */
final class CookedLine implements Typing, TypedInput {
    private final Terminal terminal;
    private final Flow flow;
    private String prompt = "";

    CookedLine(Terminal terminal, Flow flow) {
        this.terminal = terminal;
        this.flow = flow;
    }

    @Override
    public void typeAhead(String keys) {
        // The kernel kept it.
    }

    @Override
    public String read(String prompt) {
        this.prompt = prompt;
        terminal.handle(Terminal.Signal.INT, signal -> interrupted());
        write(prompt);
        StringBuilder line = new StringBuilder();
        try {
            for (int c = terminal.reader().read(); c != '\n'; c = terminal.reader().read()) {
                if (c < 0) {
                    throw new EndOfFileException();
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
        } catch (IOException e) {
            throw new EndOfFileException(e);
        }
        return line.toString();
    }

    /** The kernel has dropped what was typed. */
    private void interrupted() {
        write("\n(Ctrl-D or /exit leaves)\n" + prompt);
    }

    private void write(String text) {
        terminal.writer().write(text);
        terminal.writer().flush();
    }

    @Override
    public void printAbove(String text) {
        write("\n" + text + prompt);
    }

    @Override
    public void still(Runnable painting) {
        painting.run();
    }

    @Override
    public void liftBeforeResize(Size size) {}

    @Override
    public void putBack(Size size) {}
}
