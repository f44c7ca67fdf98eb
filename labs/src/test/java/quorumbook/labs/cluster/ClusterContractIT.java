package quorumbook.labs.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quorumbook.labs.cluster.NodeId.zk;

import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import quorumbook.labs.cluster.ready.FourLetterWord;

/**
 * What every runtime does to ZooKeeper servers, proved on real ones. Tests of one shape share a cluster; each leaves it whole.
 */
@ParameterizedClass
@MethodSource("quorumbook.labs.cluster.Runtimes#names")
class ClusterContractIT {
    private final String runtime;

    ClusterContractIT(String runtime) {
        this.runtime = runtime;
    }

    @Nested
    class Standalone extends OnShape {
        Standalone() {
            super(runtime, Ensemble.standalone());
        }

        @Test
        void servesAlone() {
            assertThat(rig().mode(zk(1))).contains("standalone");
            assertThat(cluster().condition(zk(1))).isEqualTo(Condition.RUNNING);
        }

        @Test
        void keepsPortAndDataAcrossKillAndStart() throws Exception {
            Endpoint before = cluster().client(zk(1));
            rig().write(zk(1), "/kept", "v1");

            Proof killed = cluster().kill(zk(1));
            assertThat(killed.verb()).isEqualTo("killed");
            assertThat(cluster().condition(zk(1))).isEqualTo(Condition.STOPPED);
            assertThatThrownBy(() -> FourLetterWord.ask(before, "srvr", Duration.ofSeconds(1)))
                    .isInstanceOf(ConnectException.class);

            cluster().start(zk(1));
            rig().ready();
            assertThat(cluster().client(zk(1))).isEqualTo(before);
            assertThat(rig().read(zk(1), "/kept")).isEqualTo("v1");
        }

        @Test
        void forgetsEverythingWhenWiped() throws Exception {
            rig().write(zk(1), "/gone", "v1");
            cluster().stop(zk(1));
            cluster().wipe(zk(1));
            cluster().start(zk(1));
            rig().ready();
            assertThat(rig().exists(zk(1), "/gone")).isFalse();
        }

        @Test
        void forgetsWhatCameLaterWhenSetBack() throws Exception {
            rig().write(zk(1), "/early", "v1");
            cluster().stop(zk(1));
            Kept kept = cluster().keep(zk(1));
            cluster().start(zk(1));
            rig().ready();
            rig().write(zk(1), "/late", "v1");
            assertThatThrownBy(() -> cluster().setBack(kept)).hasMessageContaining("/stop zk1 first");
            cluster().kill(zk(1));

            Proof proof = cluster().setBack(kept);

            assertThat(proof.verb()).isEqualTo("set back");
            assertThat(proof.evidence()).hasSize(2).last().asString().contains("again");
            assertThatThrownBy(() -> cluster().setBack(kept)).hasMessageContaining("nothing to set back");
            cluster().start(zk(1));
            rig().ready();
            assertThat(rig().read(zk(1), "/early")).isEqualTo("v1");
            assertThat(rig().exists(zk(1), "/late")).isFalse();
        }

        @Test
        void keepsNothingOfAServerThatRuns() {
            assertThatThrownBy(() -> cluster().keep(zk(1))).hasMessageContaining("/stop zk1 first");
        }

        @Test
        void refusesWhatMakesNoSenseAndSaysWhatWould() {
            assertThatThrownBy(() -> cluster().start(zk(1)))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("zk1 is running; /stop zk1 first");
            assertThatThrownBy(() -> cluster().wipe(zk(1))).hasMessageContaining("/stop zk1 first");
            assertThatThrownBy(() -> cluster().resume(zk(1))).hasMessageContaining("zk1 is not paused");
            assertThatThrownBy(() -> cluster().isolate(zk(1))).hasMessageContaining("zk1");
            assertThatThrownBy(() -> cluster().kill(zk(7))).hasMessageContaining("it has zk1");
        }

        @Test
        void refusesWhatAStoppedServerCannotDo() {
            cluster().stop(zk(1));
            assertThatThrownBy(() -> cluster().kill(zk(1))).hasMessageContaining("/start zk1");
            assertThatThrownBy(() -> cluster().pause(zk(1))).hasMessageContaining("/start zk1");
            cluster().start(zk(1));
            rig().ready();
        }
    }

    @Nested
    class Three extends OnShape {
        Three() {
            super(runtime, Ensemble.of(3));
        }

        @Test
        void haveOneLeaderAndTwoFollowers() {
            assertThat(List.of(zk(1), zk(2), zk(3)))
                    .extracting(node -> rig().mode(node).orElse("none"))
                    .containsExactlyInAnyOrder("leader", "follower", "follower");
        }

        @Test
        void replaceAKilledLeaderAndTakeItBack() throws Exception {
            NodeId old = rig().leader();
            cluster().kill(old);
            NodeId next = rig().leader();
            assertThat(next).isNotEqualTo(old);
            rig().write(next, "/while-" + old + "-was-down", "v1");

            cluster().start(old);
            rig().becomes(old, "follower");
            assertThat(rig().read(old, "/while-" + old + "-was-down")).isEqualTo("v1");
        }

        @Test
        void hearNothingFromAPausedServerUntilItResumes() throws Exception {
            rig().needs(Capability.PAUSE);
            NodeId paused = follower();
            Proof proof = cluster().pause(paused);
            assertThat(proof.evidence()).isNotEmpty();
            assertThat(cluster().condition(paused)).isEqualTo(Condition.PAUSED);
            assertThat(rig().mode(paused)).isEmpty();
            assertThatThrownBy(() -> cluster().stop(paused))
                    .hasMessageContaining(paused + " is paused; /resume " + paused + " first");

            cluster().resume(paused);
            assertThat(cluster().condition(paused)).isEqualTo(Condition.RUNNING);
            rig().becomes(paused, "follower");
        }

        @Test
        void killAPausedServer() throws Exception {
            rig().needs(Capability.PAUSE);
            NodeId paused = follower();
            cluster().pause(paused);
            cluster().kill(paused);
            assertThat(cluster().condition(paused)).isEqualTo(Condition.STOPPED);
            cluster().start(paused);
            rig().ready();
        }

        @Test
        void electAnotherWhenTheLeaderIsIsolatedAndTakeItBack() throws Exception {
            rig().needs(Capability.ISOLATE_ZOOKEEPER);
            NodeId old = rig().leader();
            Proof proof = cluster().isolate(old);
            assertThat(proof.evidence()).isNotEmpty();
            assertThat(cluster().condition(old)).isEqualTo(Condition.ISOLATED);
            Rig.eventually(() -> rig().mode(old), Optional.<String>empty()::equals);
            NodeId next = rig().leader();
            assertThat(next).isNotEqualTo(old);
            // It still says what it believes.
            assertThat(FourLetterWord.ask(cluster().client(old), "srvr", Duration.ofSeconds(2)))
                    .contains("not currently serving requests");

            cluster().rejoin(old);
            assertThat(cluster().condition(old)).isEqualTo(Condition.RUNNING);
            rig().becomes(old, "follower");
            assertThat(rig().leader()).isEqualTo(next);
        }

        @Test
        void loseOneFollowerWhenItsLinkToTheLeaderIsCut() throws Exception {
            rig().needs(Capability.CUT_ZOOKEEPER_LINK);
            NodeId leader = rig().leader();
            NodeId cut = follower();
            cluster().cut(leader, cut);
            Rig.eventually(() -> rig().mode(cut), Optional.<String>empty()::equals);
            assertThat(cluster().condition(cut)).isEqualTo(Condition.RUNNING);
            assertThat(rig().leader()).isNotEqualTo(cut);

            cluster().rejoin(cut);
            rig().ready();
        }

        @Test
        void showTheirConfigurationTheirLogAndTheirData() {
            assertThat(cluster().configuration(zk(2))).contains("tickTime=500").contains("server.3=");
            assertThat(String.join("\n", cluster().serverLog(zk(2), 500))).contains("QuorumPeer");
            assertThat(cluster().dataFile(zk(2), "myid"))
                    .hasValueSatisfying(
                            myid -> assertThat(new String(myid, UTF_8)).isEqualTo("2\n"));
            assertThat(cluster().dataFile(zk(2), "version-2/currentEpoch")).isPresent();
            assertThat(cluster().dataFile(zk(2), "no-such-file")).isEmpty();
        }

        @Test
        void restartAServerAtTheSameAddress() throws Exception {
            NodeId node = follower();
            Endpoint before = cluster().client(node);
            cluster().restart(node);
            rig().ready();
            assertThat(cluster().client(node)).isEqualTo(before);
        }

        private NodeId follower() throws Exception {
            NodeId leader = rig().leader();
            return cluster().spec().nodes().stream()
                    .map(NodeSpec::id)
                    .filter(id -> !id.equals(leader))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class FiveStoppedAtFirst extends OnShape {
        FiveStoppedAtFirst() {
            super(runtime, Ensemble.of(5).stopped());
        }

        @Test
        void letTheThirdLeadAndTheOthersFollow() throws Exception {
            assertThat(cluster().condition(zk(1))).isEqualTo(Condition.STOPPED);
            assertThat(cluster().serverLog(zk(1), 10)).isEmpty();
            for (int sid = 1; sid <= 2; sid++) {
                cluster().start(zk(sid));
                looks(zk(sid));
            }
            assertThatThrownBy(() -> cluster().awaitReady(Duration.ofSeconds(20), Progress.silent()))
                    .hasMessageContaining("3 of 5 voters");

            cluster().start(zk(3));
            rig().becomes(zk(3), "leader");
            cluster().start(zk(4));
            cluster().start(zk(5));
            rig().ready();
            assertThat(rig().leader()).isEqualTo(zk(3));
        }

        private void looks(NodeId node) throws Exception {
            Rig.eventually(
                    () -> FourLetterWord.ask(cluster().client(node), "srvr", Duration.ofSeconds(1)),
                    answer -> answer.contains("not currently serving requests"));
        }
    }

    @Nested
    class WithAnObserver extends OnShape {
        WithAnObserver() {
            super(runtime, Ensemble.of(3).withObservers(1));
        }

        @Test
        void servesItsClientsButDoesNotVote() throws Exception {
            assertThat(rig().mode(zk(4))).contains("observer");
            rig().write(zk(4), "/through-the-observer", "v1");
            assertThat(rig().read(zk(1), "/through-the-observer")).isEqualTo("v1");
        }
    }
}
