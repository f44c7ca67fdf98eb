package quorumbook.repl.jvm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import quorumbook.agent.Channel;
import quorumbook.agent.FrameOutput;
import quorumbook.agent.Passage;
import quorumbook.agent.Passage.Kind;
import quorumbook.agent.Strand;

/** The way out of a JVM that has no network: to the addresses that it was given, and to nothing else. */
final class Gateway {
    private static final int CONNECT_MILLIS = 5_000;
    /** Of one JVM: each makes work here, however short it is. */
    private static final int MOST_CALLS = 2_000;

    private final FrameOutput frames;
    private final int mostStrands;
    private final Map<Integer, Strand> strands = new ConcurrentHashMap<>();
    private volatile Set<String> doors = Set.of();
    private volatile boolean closed;
    // Touched by the thread that hears frames alone.
    private int calls;

    Gateway(FrameOutput frames, int mostStrands) {
        this.frames = frames;
        this.mostStrands = mostStrands;
    }

    /** From now on there are these, {@code host:port} each. */
    void open(Set<String> addresses) throws IOException {
        if (!addresses.equals(doors)) {
            doors = Set.copyOf(addresses);
            byte[] written = String.join(",", addresses).getBytes(StandardCharsets.UTF_8);
            frames.write(Channel.PASSAGE, new Passage(Kind.DOORS, 0, written).bytes());
        }
    }

    /** Takes what the other side says and never waits; tells how many bytes go on to a server. */
    int heard(byte[] payload) throws IOException {
        Passage passage = Passage.read(payload);
        if (passage.kind() == Kind.CALL) {
            call(passage.strand(), new String(passage.content(), StandardCharsets.UTF_8));
            return 0;
        }
        Strand strand = strands.get(passage.strand());
        if (strand != null) {
            strand.heard(passage);
        }
        return passage.kind() == Kind.DATA ? passage.content().length : 0;
    }

    private void call(int number, String address) throws IOException {
        calls++;
        if (calls > MOST_CALLS) {
            throw new IOException("more than " + MOST_CALLS + " connections");
        }
        if (strands.size() >= mostStrands) {
            throw new IOException("more than " + mostStrands + " connections at once");
        }
        Strand strand = new Strand(number, frames, () -> strands.remove(number));
        boolean welcome = doors.contains(address) && !closed;
        Thread thread = new Thread(
                () -> {
                    if (welcome) {
                        connect(strand, address);
                    } else {
                        strand.reset();
                    }
                },
                "child-jvm-call");
        if (strands.putIfAbsent(number, strand) == null) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void connect(Strand strand, String address) {
        int colon = address.lastIndexOf(':');
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    CONNECT_MILLIS);
            strand.begin(socket);
        } catch (IOException e) {
            strand.reset();
        }
    }

    /** Ends every connection, as a kernel does for a process that is gone. */
    void close() {
        closed = true;
        strands.values().forEach(Strand::drop);
    }
}
