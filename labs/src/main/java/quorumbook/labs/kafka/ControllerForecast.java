package quorumbook.labs.kafka;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Znode;

/** Compares what was foretold of a change of controllers with what came. */
final class ControllerForecast {
    private static final Pattern BROKER = Pattern.compile("(?:kafka|broker)?\\s*(\\d)");
    private static final String SESSION = "session";
    private static final String AT_ONCE = "at-once";
    private static final Map<String, String> WAITS =
            Map.of(AT_ONCE, AT_ONCE, "at once", AT_ONCE, "now", AT_ONCE, SESSION, SESSION, "session-timeout", SESSION);
    private static final List<String> RULES = List.of("first", "highest", "lowest", "zxid");

    private ControllerForecast() {}

    private static String bare(String answer) {
        return answer.strip().toLowerCase(Locale.ROOT);
    }

    static Verdict rule(String answer) {
        String word = bare(answer);
        String choices = "one of " + String.join(", ", RULES);
        String command = "/predict " + ControllerElection.RULE + " " + RULES.get(0);
        return switch (word) {
            case "first" -> Verdict.pass("first: whose request to create /controller came first");
            case "highest", "lowest" ->
                Verdict.fail(
                        "what makes a broker the next controller",
                        word
                                + ": all brokers ask to create one and the same znode, and ZooKeeper grants it once, to the "
                                + "request that comes first; no number is compared",
                        "zk stat /controller");
            case "zxid" ->
                Verdict.fail(
                        "what makes a broker the next controller",
                        "zxid: that is how ZooKeeper's servers choose their leader; brokers are clients, and do not vote",
                        "zk stat /controller");
            default -> Verdict.fail(choices, answer.strip(), command);
        };
    }

    static Verdict waits(String afterKill, String afterDelete) {
        for (String answer : List.of(afterKill, afterDelete)) {
            if (!WAITS.containsKey(bare(answer))) {
                return Verdict.fail(
                        AT_ONCE + " or " + SESSION,
                        answer.strip(),
                        "/predict " + ControllerElection.WAIT_AFTER_KILL + " " + AT_ONCE);
            }
        }
        if (!SESSION.equals(WAITS.get(bare(afterKill)))) {
            return Verdict.fail(
                    "after the kill another controller " + bare(afterKill),
                    "it came when the session of the dead broker had ended: until then its ephemeral znode is there",
                    "zk stat /controller");
        }
        if (!AT_ONCE.equals(WAITS.get(bare(afterDelete)))) {
            return Verdict.fail(
                    "after the deletion by hand another controller when a session has ended",
                    "it came at once: every broker watches the znode, and no session had to end",
                    "zk stat /controller");
        }
        return Verdict.pass("a session's end after the kill, at once after the deletion");
    }

    static Verdict epoch(String answer, Succession succession) {
        Optional<Reign> after = succession.afterDeletion();
        if (after.isEmpty()
                || after.get().epoch().isEmpty()
                || succession.ended().epoch().isEmpty()) {
            return Verdict.unknown("nobody has seen the epoch in the end", "/check again in a moment");
        }
        if (!bare(answer).matches("\\d{1,9}")) {
            return Verdict.fail("a number", answer.strip(), "/predict " + ControllerElection.EPOCH + " 7");
        }
        long found = after.get().epoch().getAsLong();
        long more = found - succession.ended().epoch().getAsLong();
        return Long.parseLong(bare(answer)) == found
                ? Verdict.pass("foretold " + found + ", and /controller_epoch held it")
                : Verdict.fail(
                        "the epoch that you foretold",
                        "each new controller takes the next one: " + more + " more than before the kill",
                        "zk get /controller_epoch");
    }

    static Verdict leader(String answer, Succession succession) {
        Matcher named = BROKER.matcher(bare(answer));
        if (!named.matches()) {
            return Verdict.fail(
                    "a broker such as 1", answer.strip(), "/predict " + ControllerElection.NEW_LEADER + " 1");
        }
        String topic = succession.history().given().value("topic");
        int dead = succession.broker();
        Optional<Integer> partition = IntStream.range(0, ControllerElection.BROKERS)
                .boxed()
                .filter(each -> before(succession, topic, each)
                        .filter(state -> state.isLedBy(dead))
                        .isPresent())
                .findFirst();
        if (partition.isEmpty()) {
            return Verdict.unknown(
                    "kafka" + dead + " led no partition of " + topic + " when it was killed",
                    "/reset brings fresh servers");
        }
        Optional<PartitionState> moved = after(succession, topic, partition.get());
        if (moved.isEmpty()) {
            return Verdict.unknown(
                    "partition " + partition.get() + " has no other leader yet", "/check again in a moment");
        }
        int next = ControllerElection.replicas(partition.get()).stream()
                .filter(replica -> replica != dead)
                .findFirst()
                .orElseThrow();
        return compare(Integer.parseInt(named.group(1)), moved.get(), next, topic + "-" + partition.get());
    }

    private static Verdict compare(int answer, PartitionState moved, int next, String partition) {
        if (answer == moved.leader()) {
            return Verdict.pass("as you said, broker " + answer + " leads " + partition
                    + " now, says the controller of epoch " + moved.controllerEpoch());
        }
        return moved.isLedBy(next)
                ? Verdict.fail(
                        "what you foretold: broker " + answer + " leads the partition that the killed broker led",
                        "broker " + next + " leads it: the first of its replicas that lives and is in sync",
                        "kafka-topics --describe --topic " + partition.replaceFirst("-\\d+$", ""))
                : Verdict.unknown(
                        "broker " + next + " was not in sync, so another one leads " + partition,
                        "/reset brings fresh servers; a machine that is less busy helps");
    }

    /** The partition as it was known when the broker was killed. */
    private static Optional<PartitionState> before(Succession succession, String topic, int partition) {
        return Sights.of(succession.history().events().subList(0, succession.killed()))
                .last(ControllerLook.state(topic, partition))
                .flatMap(PartitionState::parse);
    }

    /** The partition as it was first seen after the kill with a living leader other than the killed one. */
    private static Optional<PartitionState> after(Succession succession, String topic, int partition) {
        List<Event> events = succession.history().events();
        return Sights.of(events.subList(succession.killed(), events.size())).all().stream()
                .filter(seen -> seen.root().equals(ControllerLook.state(topic, partition)))
                .flatMap(seen -> seen.znodes().stream())
                .flatMap((Znode znode) -> PartitionState.parse(znode).stream())
                .filter(state -> state.leader() > 0 && !state.isLedBy(succession.broker()))
                .findFirst();
    }
}
