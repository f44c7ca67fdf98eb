package quorumbook.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import quorumbook.agent.Passage.Kind;

/**
 * The servers' addresses in a JVM that has no network: whoever calls one of them here is connected, through the frames, by
 * the other side, at the same address there. So a client is given the same addresses wherever it runs.
 */
final class Doors {
    private final FrameOutput frames;
    private final Map<Integer, Strand> strands = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    // Touched by the thread that hears frames alone.
    private final Map<String, ServerSocket> open = new HashMap<>();

    Doors(FrameOutput frames) {
        this.frames = frames;
    }

    void heard(byte[] payload) throws IOException {
        Passage passage = Passage.read(payload);
        if (passage.kind() == Kind.DOORS) {
            open(new String(passage.content(), StandardCharsets.UTF_8));
            return;
        }
        Strand strand = strands.get(passage.strand());
        if (strand != null) {
            strand.heard(passage);
        }
    }

    private void open(String written) throws IOException {
        List<String> wanted = Arrays.stream(written.split(","))
                .filter(each -> !each.isEmpty())
                .toList();
        for (String address : List.copyOf(open.keySet())) {
            if (!wanted.contains(address)) {
                ServerSocket gone = open.remove(address);
                if (gone != null) {
                    gone.close();
                }
            }
        }
        for (String address : wanted) {
            if (!open.containsKey(address)) {
                open(address, address.lastIndexOf(':'));
            }
        }
    }

    private void open(String address, int colon) {
        try {
            InetAddress host = InetAddress.getByName(address.substring(0, colon));
            ServerSocket door = new ServerSocket(Integer.parseInt(address.substring(colon + 1)), 50, host);
            open.put(address, door);
            Thread thread = new Thread(() -> answer(door, address), "quorumbook-door");
            thread.setDaemon(true);
            thread.start();
        } catch (IOException e) {
            // The learner's code is at that address itself, and has what it wanted.
            return;
        }
    }

    private void answer(ServerSocket door, String address) {
        try {
            while (true) {
                connect(door.accept(), address);
            }
        } catch (IOException e) {
            // The door is closed: another cluster has other addresses.
            return;
        }
    }

    private void connect(Socket caller, String address) throws IOException {
        caller.setTcpNoDelay(true);
        int number = calls.incrementAndGet();
        Strand strand = new Strand(number, frames, () -> strands.remove(number));
        strands.put(number, strand);
        byte[] called = address.getBytes(StandardCharsets.UTF_8);
        frames.write(Channel.PASSAGE, new Passage(Kind.CALL, number, called).bytes());
        strand.begin(caller);
    }
}
