package quorumbook.labs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;

class ChangesTest {
    @Test
    void nothingHappenedIsNothingSaid() {
        assertThat(sight(Condition.RUNNING, Role.LEADER).changesSince(sight(Condition.RUNNING, Role.LEADER)))
                .isEmpty();
    }

    @Test
    void saysWhoLeadsNow() {
        assertThat(sight(Condition.RUNNING, Role.LEADER).changesSince(sight(Condition.RUNNING, Role.LOOKING)))
                .containsExactly("zk2 now leads");
    }

    @Test
    void aServerThatDiedIsSaidOnce() {
        Observation dead = sight(Condition.DIED, Role.DOWN);

        assertThat(dead.changesSince(sight(Condition.RUNNING, Role.FOLLOWER))).containsExactly("zk2 died");
        assertThat(dead.changesSince(dead)).isEmpty();
    }

    @Test
    void aPausedServerIsNotSaidToBeSilentToo() {
        assertThat(sight(Condition.PAUSED, Role.SILENT).changesSince(sight(Condition.PAUSED, Role.FOLLOWER)))
                .isEmpty();
    }

    @Test
    void whatAVerbDidIsNotSaidAgainButWhatFollowsFromItIs() {
        assertThat(sight(Condition.STOPPED, Role.DOWN).changesSince(sight(Condition.RUNNING, Role.FOLLOWER)))
                .isEmpty();
        assertThat(sight(Condition.RUNNING, Role.FOLLOWER).changesSince(sight(Condition.PAUSED, Role.SILENT)))
                .containsExactly("zk2 now follows");
    }

    @Test
    void aServerThatWasNotThereBeforeIsNoChange() {
        assertThat(sight(Condition.RUNNING, Role.LEADER).changesSince(new Observation(Instant.EPOCH, List.of())))
                .isEmpty();
    }

    private static Observation sight(Condition condition, Role role) {
        return new Observation(
                Instant.EPOCH, List.of(new ServerSight(NodeId.zk(2), condition, role, Optional.empty())));
    }
}
