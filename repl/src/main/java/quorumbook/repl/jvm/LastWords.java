package quorumbook.repl.jvm;

/** The end of a text that comes in pieces from several threads. */
final class LastWords {
    private static final int MOST = 2000;

    // Guarded by this.
    private String text = "";

    synchronized void add(String piece) {
        String all = text + piece;
        text = all.substring(Math.max(0, all.length() - MOST));
    }

    @Override
    public synchronized String toString() {
        return text;
    }
}
