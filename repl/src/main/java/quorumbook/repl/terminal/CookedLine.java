package quorumbook.repl.terminal;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** A line on a terminal that can only add text: the kernel edits, nothing of ours is drawn. */
final class CookedLine implements Typing, TypedInput {
    private final Terminal terminal;
    private String prompt = "";

    CookedLine(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void typeAhead(String keys) {
        // The kernel kept it.
    }

    @Override
    public String read(String prompt) {
        this.prompt = prompt;
        Thread reading = Thread.currentThread();
        terminal.handle(Terminal.Signal.INT, signal -> reading.interrupt());
        write(prompt);
        StringBuilder line = new StringBuilder();
        try {
            while (true) {
                int c = terminal.reader().read(Keys.UNTIL_INTERRUPTED);
                if (c == '\n') {
                    return line.toString();
                }
                if (c == NonBlockingReader.EOF) {
                    write("\n");
                    throw new EndOfFileException();
                }
                if (c >= 0 && c != '\r') {
                    line.append((char) c);
                }
            }
        } catch (InterruptedIOException e) {
            // The kernel has dropped what was typed.
            write("\n");
            throw new UserInterruptException(line.toString());
        } catch (IOException e) {
            throw new EndOfFileException(e);
        } finally {
            terminal.handle(Terminal.Signal.INT, Terminal.SignalHandler.SIG_IGN);
        }
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
