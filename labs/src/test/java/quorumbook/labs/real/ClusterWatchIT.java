package quorumbook.labs.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.observe.ClusterWatch;
import quorumbook.labs.observe.Observation;
import quorumbook.labs.observe.Role;

/** The watch over a real ensemble in which servers die, are paused and come back. */
class ClusterWatchIT {
    private static Servers servers;

    @BeforeAll
    static void launch() throws Exception {
        servers = Servers.of(Ensemble.of(3));
    }

    @AfterAll
    static void end() {
        servers.close();
    }

    @RepeatedTest(3)
    void seesWhoLeadsWhoIsGoneAndWhoLooksForALeader() throws Exception {
        try (ClusterWatch watch = ClusterWatch.over(servers.cluster())) {
            List<String> said = new CopyOnWriteArrayList<>();
            Observation[] last = {watch.latest()};
            watch.subscribe(now -> {
                said.addAll(now.changesSince(last[0]));
                last[0] = now;
            });
            await(watch, seen -> count(seen, Role.LEADER) == 1 && count(seen, Role.FOLLOWER) == 2);
            assertThat(watch.latest().servers())
                    .allSatisfy(sight -> assertThat(sight.lastZxid()).isPresent());
            NodeId leader = who(watch.latest(), Role.LEADER);

            servers.cluster().kill(leader);
            await(watch, seen -> count(seen, Role.DOWN) == 1 && count(seen, Role.LEADER) == 1);

            NodeId next = who(watch.latest(), Role.LEADER);
            assertThat(Eventually.holds(Duration.ofSeconds(1), () -> said.contains(next + " now leads")))
                    .as("%s", said)
                    .isTrue();
            servers.cluster().pause(next);
            Observation alone = await(watch, seen -> count(seen, Role.SILENT) == 1 && count(seen, Role.LOOKING) == 1);
            assertThat(alone.of(next).orElseThrow().condition()).isEqualTo(Condition.PAUSED);
            assertThat(Eventually.holds(
                            Duration.ofSeconds(1),
                            () -> said.stream().anyMatch(words -> words.endsWith("looks for a leader"))))
                    .as("%s", said)
                    .isTrue();

            servers.cluster().resume(next);
            servers.cluster().start(leader);
            await(watch, seen -> count(seen, Role.LEADER) == 1 && count(seen, Role.FOLLOWER) == 2);
        }
    }

    private static Observation await(ClusterWatch watch, Predicate<Observation> goal) throws InterruptedException {
        Eventually.Sight<Observation> sight = Eventually.look(Duration.ofSeconds(20), watch::latest, goal);
        assertThat(sight.satisfied()).as("%s", sight.last()).isTrue();
        return sight.value();
    }

    private static long count(Observation seen, Role role) {
        return seen.servers().stream().filter(sight -> sight.role() == role).count();
    }

    private static NodeId who(Observation seen, Role role) {
        return seen.servers().stream()
                .filter(sight -> sight.role() == role)
                .findFirst()
                .orElseThrow()
                .node();
    }
}
