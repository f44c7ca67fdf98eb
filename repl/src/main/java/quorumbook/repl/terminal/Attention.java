package quorumbook.repl.terminal;

import java.util.function.Supplier;

/** What Ctrl-C means at the moment, and whether the keyboard is listened to for it. */
final class Attention {
    private final Keys keys;
    private volatile Runnable interrupt = () -> {};

    Attention(Keys keys) {
        this.keys = keys;
    }

    /** From now on Ctrl-C means that; returns what it meant before. */
    Runnable turn(Runnable next) {
        Runnable before = interrupt;
        interrupt = next;
        return before;
    }

    void listen() {
        keys.listen(() -> interrupt.run());
    }

    /** As if Ctrl-C had been typed, on a thread of its own: whoever asks for it may be what is interrupted. */
    void interruptSoon() {
        new Thread(interrupt, "interrupt").start();
    }

    /** Leaves the keyboard to somebody else, and listens again if it was listened to. */
    <T> T elsewhere(Supplier<T> work) {
        boolean listening = keys.isListening();
        keys.rest();
        try {
            return work.get();
        } finally {
            if (listening) {
                listen();
            }
        }
    }

    /** Listens while the work is done, and rests then if it rested before. */
    void listening(Runnable work) {
        boolean listening = keys.isListening();
        if (!listening) {
            listen();
        }
        try {
            work.run();
        } finally {
            if (!listening) {
                keys.rest();
            }
        }
    }
}
