package quorumbook.labs.cluster.config;

import java.util.Map;

/**
 * What lies beside a server before it starts.
 *
 * @param name {@code zoo.cfg} or {@code server.properties}
 * @param text the configuration that a learner is shown
 * @param logName the name of the log configuration
 * @param logText the log configuration
 * @param data what the data folder holds before the first start, by name, and again after a wipe
 */
public record NodeFiles(String name, String text, String logName, String logText, Map<String, byte[]> data) {
    public NodeFiles {
        data = Map.copyOf(data);
    }
}
