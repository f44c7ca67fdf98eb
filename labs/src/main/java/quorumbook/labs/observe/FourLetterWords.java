package quorumbook.labs.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;

/**
 * Asks ZooKeeper servers a four-letter word over bare sockets: all of them at once, without a session, and never longer
 * than one patience for all, even if some are paused.
 */
public final class FourLetterWords {
    private static final int MOST_BYTES = 1 << 20;

    private FourLetterWords() {}

    /** The whole answers of the servers that answered in time; servers that did not are absent. */
    public static Map<NodeId, String> ask(String word, Map<NodeId, Endpoint> servers, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Map<NodeId, String> answers = new HashMap<>();
        try (Selector selector = Selector.open()) {
            try {
                servers.forEach((node, endpoint) -> dial(selector, new Call(node, word), endpoint));
                long left = end - System.nanoTime();
                while (!selector.keys().isEmpty() && left > 0) {
                    selector.select(Math.max(1, left / 1_000_000));
                    for (Iterator<SelectionKey> ready = selector.selectedKeys().iterator(); ready.hasNext(); ) {
                        advance(ready.next(), answers);
                        ready.remove();
                    }
                    // A closed channel's key leaves the set only with the next selection.
                    selector.selectNow();
                    left = end - System.nanoTime();
                }
            } finally {
                for (SelectionKey key : selector.keys()) {
                    key.channel().close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no selector, so no way to ask servers", e);
        }
        return answers;
    }

    /** The whole answers of those ZooKeeper servers of the cluster that answered in time. */
    public static Map<NodeId, String> ask(String word, Cluster cluster, Duration patience) {
        Map<NodeId, Endpoint> servers = new HashMap<>();
        for (NodeSpec node : cluster.spec().nodes()) {
            if (node.id().kind() == NodeId.Kind.ZK) {
                servers.put(node.id(), cluster.client(node.id()));
            }
        }
        return ask(word, servers, patience);
    }

    /**
     * The whole answer of one server.
     *
     * @throws ClusterException if it did not answer in time
     */
    public static String ask(String word, NodeId server, Endpoint endpoint, Duration patience) {
        return Optional.ofNullable(ask(word, Map.of(server, endpoint), patience).get(server))
                .orElseThrow(() -> new ClusterException(server + " did not answer " + word + " within "
                        + patience.toSeconds() + " s. Look at /cluster: does it run?"));
    }

    private static void dial(Selector selector, Call call, Endpoint endpoint) {
        SocketChannel channel = null;
        try {
            channel = SocketChannel.open();
            channel.configureBlocking(false);
            boolean connected = channel.connect(new InetSocketAddress(endpoint.host(), endpoint.port()));
            channel.register(selector, connected ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT, call);
        } catch (IOException refusedAtOnce) {
            hangUp(channel);
        }
    }

    private static void advance(SelectionKey key, Map<NodeId, String> answers) {
        SocketChannel channel = (SocketChannel) key.channel();
        Call call = (Call) key.attachment();
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_WRITE);
            } else if (key.isWritable()) {
                channel.write(call.question);
                key.interestOps(call.question.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
            } else if (key.isReadable() && !call.read(channel)) {
                if (!call.answer.isEmpty()) {
                    answers.put(call.node, call.answer.toString());
                }
                hangUp(channel);
            }
        } catch (IOException gone) {
            hangUp(channel);
        }
    }

    /** A server that cannot be talked to is silent: that it is absent from the answers says so. */
    private static void hangUp(@org.jspecify.annotations.Nullable SocketChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Call {
        private final NodeId node;
        private final ByteBuffer question;
        private final ByteBuffer buffer = ByteBuffer.allocate(4096);
        private final StringBuilder answer = new StringBuilder();

        Call(NodeId node, String word) {
            this.node = node;
            this.question = ByteBuffer.wrap(word.getBytes(StandardCharsets.US_ASCII));
        }

        /** Reads what is there; tells whether more may follow. */
        boolean read(SocketChannel channel) throws IOException {
            buffer.clear();
            int count = channel.read(buffer);
            if (count > 0) {
                answer.append(new String(buffer.array(), 0, count, StandardCharsets.US_ASCII));
            }
            return count >= 0 && answer.length() < MOST_BYTES;
        }
    }
}
