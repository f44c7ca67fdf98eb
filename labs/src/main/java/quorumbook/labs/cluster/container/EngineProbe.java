package quorumbook.labs.cluster.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import quorumbook.labs.await.Cause;

/**
 * Asks an engine one question over its bare socket. Whether containers can be used is decided at every start of the program:
 * this takes milliseconds, loading a Docker client takes a second or more.
 */
record EngineProbe(SocketAddress address) {
    private static final int LINE = 4096;

    record Reply(int status, String body) {}

    static EngineProbe of(EngineAddress.UnixSocket socket) {
        return new EngineProbe(UnixDomainSocketAddress.of(socket.path()));
    }

    static EngineProbe of(EngineAddress.Tcp tcp) {
        return new EngineProbe(new InetSocketAddress(tcp.host(), tcp.port()));
    }

    /**
     * The reply to a GET.
     *
     * @throws IOException if nobody answers, or not in time
     */
    Reply get(String path, Duration deadline) throws IOException {
        try (SocketChannel channel = open()) {
            // Domain sockets know no time-out: a second thread reads, and the channel is closed under it.
            CompletableFuture<Reply> reply = new CompletableFuture<>();
            Thread reader = new Thread(() -> exchange(channel, path, reply), "engine-probe");
            reader.setDaemon(true);
            reader.start();
            return reply.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + deadline.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(Cause.of(e).getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    boolean hasImage(String image) throws IOException {
        return get("/images/" + image + "/json", Duration.ofSeconds(5)).status() == 200;
    }

    /** Whether the engine can reach the image's registry and finds the image there. */
    boolean canPull(String image, Duration deadline) {
        try {
            return get("/distribution/" + image.replace("@", URLEncoder.encode("@", UTF_8)) + "/json", deadline)
                            .status()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private SocketChannel open() throws IOException {
        return SocketChannel.open(address);
    }

    private static void exchange(SocketChannel channel, String path, CompletableFuture<Reply> reply) {
        try {
            // HTTP/1.0: the reply ends where the connection ends, never in chunks.
            String question = "GET " + path + " HTTP/1.0\r\nHost: docker\r\n\r\n";
            channel.write(ByteBuffer.wrap(question.getBytes(UTF_8)));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            ByteBuffer part = ByteBuffer.allocate(LINE);
            while (channel.read(part) >= 0) {
                all.write(part.array(), 0, part.position());
                part.clear();
            }
            reply.complete(parse(all.toString(UTF_8)));
        } catch (IOException e) {
            reply.completeExceptionally(e);
        }
    }

    private static Reply parse(String text) throws IOException {
        int end = text.indexOf("\r\n\r\n");
        String[] first = text.split(" ", 3);
        if (end < 0 || first.length < 3 || !first[0].startsWith("HTTP/") || !first[1].matches("[0-9]{3}")) {
            throw new IOException("what answers there is no Docker engine");
        }
        return new Reply(Integer.parseInt(first[1]), text.substring(end + 4));
    }
}
