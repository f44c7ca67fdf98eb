package quorumbook.labs.kafka;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorumbook.labs.history.Znode;

/** What a controller has written of one partition: {@code {"controller_epoch":3,"leader":1,…,"isr":[1,3]}}. */
record PartitionState(int controllerEpoch, int leader, List<Integer> isr) {
    private static final Pattern EPOCH = Pattern.compile("\"controller_epoch\":(-?\\d{1,9})");
    private static final Pattern LEADER = Pattern.compile("\"leader\":(-?\\d{1,9})");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern ISR = Pattern.compile("\"isr\":\\[([\\d,]*)]");

    static Optional<PartitionState> parse(Znode znode) {
        Matcher epoch = EPOCH.matcher(znode.data());
        Matcher leader = LEADER.matcher(znode.data());
        Matcher isr = ISR.matcher(znode.data());
        if (!epoch.find() || !leader.find() || !isr.find()) {
            return Optional.empty();
        }
        List<Integer> brokers = NUMBER.matcher(isr.group(1))
                .results()
                .map(number -> Integer.valueOf(number.group()))
                .toList();
        return Optional.of(
                new PartitionState(Integer.parseInt(epoch.group(1)), Integer.parseInt(leader.group(1)), brokers));
    }

    boolean isLedBy(int broker) {
        return leader == broker;
    }
}
