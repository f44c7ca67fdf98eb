package quorumbook.repl.jvm;

/**
 * What is taken from a JVM before it is ended: whoever writes into its frames may be a stranger.
 *
 * @param hasNetwork whether it reaches the servers by itself, else its connections come by the frames
 * @param longestFrame in bytes
 * @param mostOutput all bytes of all frames, but for what goes on to the servers
 * @param mostTraffic bytes that go on to the servers
 * @param longestStart in seconds
 * @param mostWaiting how many reports, questions or calls may wait for us at once
 */
public record Bounds(
        boolean hasNetwork, int longestFrame, long mostOutput, long mostTraffic, int longestStart, int mostWaiting) {
    private static final int MEGABYTE = 1 << 20;

    static final Bounds NONE = new Bounds(true, 64 * MEGABYTE, Long.MAX_VALUE, Long.MAX_VALUE, 30, Integer.MAX_VALUE);

    /** Far more than an exercise asks for, and far less than would harm us. */
    static final Bounds STRANGERS = new Bounds(false, 4 * MEGABYTE, 8L * MEGABYTE, 128L * MEGABYTE, 90, 100);
}
