package quorumbook.repl.terminal;

import org.jline.terminal.Size;

/** A line that somebody is typing, or a question that waits for a key: what goes on meanwhile must not disturb it. */
interface Typing {
    /** Nobody types. */
    Typing NOBODY = new Typing() {
        @Override
        public void printAbove(String text) {
            throw new IllegalStateException("nobody types, there is nothing to print above of");
        }

        @Override
        public void still(Runnable painting) {
            painting.run();
        }

        @Override
        public void liftBeforeResize(Size size) {}

        @Override
        public void putBack(Size size) {}
    };

    /** Prints whole lines above what is being typed. */
    void printAbove(String text);

    /** Paints elsewhere on the screen while the line keeps still. */
    void still(Runnable painting);

    /** Moves the cursor to where the line begins, in a window that has changed. */
    void liftBeforeResize(Size size);

    /** Draws the line again from where the cursor is. */
    void putBack(Size size);

    /** The typing is over: where that leaves the flow. */
    default void left(Flow flow) {
        flow.lineBegan();
    }
}
