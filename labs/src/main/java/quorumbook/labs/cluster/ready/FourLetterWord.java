package quorumbook.labs.cluster.ready;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorumbook.labs.cluster.Endpoint;

/** Asks one ZooKeeper server about itself ({@code srvr}, {@code mntr}…), without a session. */
public final class FourLetterWord {
    private static final Pattern MODE = Pattern.compile("^Mode: (\\w+)", Pattern.MULTILINE);

    private FourLetterWord() {}

    /**
     * The whole answer.
     *
     * @param patience for connecting, and again for each piece of the answer
     * @throws IOException if the server does not answer: not running, paused, or unreachable
     */
    public static String ask(Endpoint server, String word, Duration patience) throws IOException {
        int millis = (int) patience.toMillis();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.host(), server.port()), millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(word.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** The mode in an answer to {@code srvr}: leader, follower, observer, standalone; empty while it does not serve. */
    public static Optional<String> mode(String srvr) {
        Matcher matcher = MODE.matcher(srvr);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
