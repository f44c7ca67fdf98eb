package quorumbook.labs.zookeeper;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorumbook.labs.cluster.NodeId;

/** Who leads, as a learner answers it: a server, or nobody. */
record LeaderAnswer(Optional<NodeId> leader) {
    private static final Set<String> NOBODY = Set.of("none", "nobody", "no", "no one", "nothing", "0", "-");
    private static final Pattern SERVER = Pattern.compile("(?:zk|server)?\\s*([1-9])");

    /** Reads {@code none}, {@code 3}, {@code zk3}, {@code server 3}; empty for anything else. */
    static Optional<LeaderAnswer> parse(String answer) {
        String words = answer.strip().toLowerCase(Locale.ROOT);
        Matcher server = SERVER.matcher(words);
        if (server.matches()) {
            return Optional.of(new LeaderAnswer(Optional.of(NodeId.zk(Integer.parseInt(server.group(1))))));
        }
        return NOBODY.contains(words) ? Optional.of(new LeaderAnswer(Optional.empty())) : Optional.empty();
    }

    @Override
    public String toString() {
        return leader.map(NodeId::toString).orElse("nobody");
    }
}
