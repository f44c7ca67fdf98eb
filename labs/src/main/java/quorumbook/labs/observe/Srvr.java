package quorumbook.labs.observe;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a ZooKeeper server's answer to {@code srvr} says.
 *
 * @param nodeCount how many znodes its tree has, if it serves
 */
public record Srvr(Role role, Optional<Zxid> lastZxid, Optional<Integer> nodeCount) {
    private static final Pattern LINE = Pattern.compile("^(Zxid|Mode|Node count): (\\S+)\\s*$", Pattern.MULTILINE);
    private static final String NOT_SERVING = "not currently serving requests";
    private static final Map<String, Role> MODES = Map.of(
            "leader", Role.LEADER,
            "follower", Role.FOLLOWER,
            "observer", Role.OBSERVER,
            "standalone", Role.STANDALONE,
            "read-only", Role.LOOKING);

    /** Reads the answer as the server wrote it; an answer that says nothing of a role makes the server silent. */
    public static Srvr parse(String answer) {
        if (answer.contains(NOT_SERVING)) {
            return new Srvr(Role.LOOKING, Optional.empty(), Optional.empty());
        }
        Role role = Role.SILENT;
        Optional<Zxid> zxid = Optional.empty();
        Optional<Integer> count = Optional.empty();
        Matcher line = LINE.matcher(answer);
        while (line.find()) {
            String value = line.group(2);
            switch (line.group(1)) {
                case "Zxid" -> zxid = Optional.of(Zxid.of(Long.parseUnsignedLong(value.replace("0x", ""), 16)));
                case "Mode" -> role = MODES.getOrDefault(value.toLowerCase(Locale.ROOT), Role.SILENT);
                default -> count = Optional.of(Integer.parseInt(value));
            }
        }
        return new Srvr(role, zxid, count);
    }
}
