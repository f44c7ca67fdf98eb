package quorumbook.labs.cluster.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import quorumbook.labs.cluster.Software;

/** The log configuration of each line-up: its own log framework, one line format, a bounded file. */
final class LogConfig {
    private LogConfig() {}

    static String name(Software software) {
        return switch (software) {
            case ZOOKEEPER -> "logback.xml";
            case KAFKA -> "log4j2.properties";
            case KAFKA_ON_ZOOKEEPER -> "log4j.properties";
        };
    }

    /** The system property that names the file to the framework, and the value's form. */
    static String property(Software software, String file) {
        return switch (software) {
            case ZOOKEEPER -> "-Dlogback.configurationFile=" + file;
            case KAFKA -> "-Dlog4j2.configurationFile=" + file;
            case KAFKA_ON_ZOOKEEPER -> "-Dlog4j.configuration=file:" + file;
        };
    }

    static String text(Software software, Layout layout) {
        String appender = layout.serverLog().isEmpty() ? "console" : "file";
        return template(name(software))
                .replace("@appender@", appender)
                .replace("@file@", layout.serverLog().isEmpty() ? "unused" : layout.serverLog());
    }

    private static String template(String name) {
        try (InputStream in = LogConfig.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name + " is missing from the build")
                            .readAllBytes(),
                    UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
