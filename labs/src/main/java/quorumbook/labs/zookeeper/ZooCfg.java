package quorumbook.labs.zookeeper;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** A zoo.cfg as a server reads it: Java properties with blanks cut off. What it does not say is absent. */
record ZooCfg(Map<String, String> keys) {
    /** Reads the text; empty if no server could read it, which only a broken escape can bring about. */
    static Optional<ZooCfg> parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> keys = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(
                        key -> keys.put(key.strip(), properties.getProperty(key).strip()));
        return Optional.of(new ZooCfg(keys));
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    /** What stands behind each {@code server.N=}, by number. */
    Map<Integer, String> serverLines() {
        Map<Integer, String> lines = new TreeMap<>();
        keys.forEach((key, value) -> ServerLine.number(key).ifPresent(number -> lines.put(number, value)));
        return lines;
    }

    /** Where clients get in, by its own lines or by the one of this server; the last resort of a server is any address. */
    Optional<ServerLine.ClientDoor> clientDoor(int server) {
        Optional<ServerLine.ClientDoor> behindSemicolon = Optional.ofNullable(
                        serverLines().get(server))
                .flatMap(ServerLine::parse)
                .flatMap(ServerLine::client);
        return behindSemicolon.or(() -> value("clientPort")
                .filter(port -> port.matches("\\d{1,5}"))
                .map(port -> new ServerLine.ClientDoor(value("clientPortAddress"), Integer.parseInt(port))));
    }
}
