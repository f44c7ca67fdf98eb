package quorumbook.repl.terminal;

import org.jline.terminal.Size;

/** A passing line that waits for a key. */
record Question(Flow flow, String text) implements Typing {
    Question {
        flow.lock.lock();
        try {
            flow.pass(text);
        } finally {
            flow.lock.unlock();
        }
    }

    @Override
    public void printAbove(String lines) {
        flow.write(lines);
        flow.pass(text);
    }

    @Override
    public void still(Runnable painting) {
        painting.run();
    }

    @Override
    public void liftBeforeResize(Size size) {
        flow.erasePassing();
    }

    @Override
    public void putBack(Size size) {
        flow.pass(text);
    }

    @Override
    public void left(Flow flow) {
        flow.erasePassing();
    }
}
