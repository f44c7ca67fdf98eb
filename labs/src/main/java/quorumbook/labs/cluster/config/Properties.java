package quorumbook.labs.cluster.config;

/** Lines of {@code key=value} in the order in which a reader should meet them. */
record Properties(String text) {
    static Properties empty() {
        return new Properties("");
    }

    Properties with(String key, Object value) {
        return new Properties(text + key + "=" + value + "\n");
    }

    Properties comment(String words) {
        return new Properties(text + (text.isEmpty() ? "" : "\n") + "# " + words + "\n");
    }
}
