package quorumbook.labs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.KRaft;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;

class SettlingTest {
    @ParameterizedTest
    @CsvSource({
        "down down down down down,                    true",
        "looking looking down down down,              true",
        "looking silent down down down,               false",
        "follower looking down down down,             false",
        "looking looking looking down down,           false",
        "follower follower leader down down,          true",
        "follower follower follower down down,        false",
        "leader follower leader down down,            false",
        "follower follower leader silent down,        false",
        "follower follower leader follower follower,  true",
        "looking looking paused down paused,          true",
        "follower follower leader isolated isolated,  true",
        "follower leader died follower down,          true",
    })
    void anEnsembleOfFive(String words, boolean over) {
        assertThat(Settling.isOver(Ensemble.of(5), seen(Ensemble.of(5), words))).isEqualTo(over);
    }

    @ParameterizedTest
    @CsvSource({"standalone, true", "silent, false", "down, true"})
    void oneServer(String word, boolean over) {
        assertThat(Settling.isOver(Ensemble.standalone(), seen(Ensemble.standalone(), word)))
                .isEqualTo(over);
    }

    @ParameterizedTest
    @CsvSource({
        "follower leader follower observer, true",
        "looking down down looking,         true",
        "follower leader follower silent,   false",
        "looking down down observer,        false"
    })
    void anObserverIsNoPartOfTheMajority(String words, boolean over) {
        ClusterSpec shape = Ensemble.of(3).withObservers(1);

        assertThat(Settling.isOver(shape, seen(shape, words))).isEqualTo(over);
    }

    @ParameterizedTest
    @CsvSource({
        "broker active_controller broker, true",
        "broker active_controller silent, false",
        "broker broker broker,            false",
        "broker active_controller paused, true"
    })
    void brokers(String words, boolean over) {
        ClusterSpec shape = KRaft.combined(3);

        assertThat(Settling.isOver(shape, seen(shape, words))).isEqualTo(over);
    }

    @ParameterizedTest
    @CsvSource({
        "0x100000007, 0x100000007, 0x100000007, true",
        "0x100000007, 0x100000008, 0x100000007, true",
        "0x100000007, 0x100000007, 0x100000006, false",
        "0x100000007, 0x100000007, ,            false",
        "0x200000000, 0x100000008, 0x100000007, true"
    })
    void followersHaveCaughtUpWithTheirLeader(String leader, String one, @Nullable String other, boolean caughtUp) {
        Observation seen = new Observation(
                Instant.EPOCH,
                List.of(
                        at(1, Role.FOLLOWER, one),
                        at(2, Role.FOLLOWER, other),
                        at(3, Role.LEADER, leader),
                        at(4, Role.DOWN, null)));

        assertThat(Settling.haveCaughtUp(seen, seen)).isEqualTo(caughtUp);
    }

    private static ServerSight at(int server, Role role, @Nullable String zxid) {
        return new ServerSight(
                NodeId.zk(server),
                role == Role.DOWN ? Condition.STOPPED : Condition.RUNNING,
                role,
                Optional.ofNullable(zxid).map(hex -> Zxid.of(Long.parseLong(hex.substring(2), 16))));
    }

    private static Observation seen(ClusterSpec shape, String words) {
        List<ServerSight> servers = new ArrayList<>();
        List<NodeSpec> nodes = shape.nodes();
        for (String word : words.split(" ")) {
            servers.add(sight(nodes.get(servers.size()), word));
        }
        return new Observation(Instant.EPOCH, servers);
    }

    private static ServerSight sight(NodeSpec node, String word) {
        return switch (word) {
            case "down" -> new ServerSight(node.id(), Condition.STOPPED, Role.DOWN, Optional.empty());
            case "died" -> new ServerSight(node.id(), Condition.DIED, Role.DOWN, Optional.empty());
            case "paused" -> new ServerSight(node.id(), Condition.PAUSED, Role.SILENT, Optional.empty());
            case "isolated" -> new ServerSight(node.id(), Condition.ISOLATED, Role.LOOKING, Optional.empty());
            default ->
                new ServerSight(
                        node.id(), Condition.RUNNING, Role.valueOf(word.toUpperCase(Locale.ROOT)), Optional.empty());
        };
    }
}
