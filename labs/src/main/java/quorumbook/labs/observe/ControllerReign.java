package quorumbook.labs.observe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a broker or controller became the active controller, as it said itself: elected by its quorum (QuorumController), or
 * first to create {@code /controller} in ZooKeeper mode (KafkaController of Kafka 3.9).
 *
 * @param epoch the controller epoch
 */
public record ControllerReign(Instant at, long epoch) {
    private static final Pattern BEGUN = Pattern.compile("^(\\S+) .*(?:Becoming the active controller at epoch"
            + "|successfully elected as the controller\\. Epoch incremented to) (\\d{1,9})\\b.*");

    /** Reads a server log, as it was at the moment {@code now}, oldest first. */
    public static List<ControllerReign> all(List<String> lines, Instant now) {
        List<ControllerReign> reigns = new ArrayList<>();
        for (String line : lines) {
            Matcher begun = BEGUN.matcher(line);
            if (begun.matches()) {
                reigns.add(new ControllerReign(LogTime.moment(begun.group(1), now), Long.parseLong(begun.group(2))));
            }
        }
        return List.copyOf(reigns);
    }
}
