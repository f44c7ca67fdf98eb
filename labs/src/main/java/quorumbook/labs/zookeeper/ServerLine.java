package quorumbook.labs.zookeeper;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code server.A=B:C:D} of a zoo.cfg, with the duty and the client door that may follow.
 *
 * @param client what stands behind the semicolon, if anything does
 */
record ServerLine(String host, int quorum, int election, boolean observes, Optional<ClientDoor> client) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(\\[[^]]+]|[^:;|\\s]+):(\\d{1,5}):(\\d{1,5})(?::(participant|observer))?(?:;(?:(\\[[^]]+]|[^:;\\s]+):)?(\\d{1,5}))?",
            Pattern.CASE_INSENSITIVE);

    /** {@code address:port}, or the port alone: then at every address. */
    record ClientDoor(Optional<String> host, int port) {}

    /** Reads what stands behind the equals sign; empty if a server could make nothing of it. */
    static Optional<ServerLine> parse(String value) {
        Matcher matcher = WRITTEN.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<ClientDoor> client = Optional.ofNullable(matcher.group(6))
                .map(port -> new ClientDoor(Optional.ofNullable(matcher.group(5)), Integer.parseInt(port)));
        return Optional.of(new ServerLine(
                matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                "observer".equalsIgnoreCase(matcher.group(4)),
                client));
    }

    /** The number of a key such as {@code server.1}; empty for any other key. */
    static OptionalInt number(String key) {
        Matcher matcher = Pattern.compile("server\\.(\\d{1,9})").matcher(key);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
