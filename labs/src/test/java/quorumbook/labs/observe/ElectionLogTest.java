package quorumbook.labs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorumbook.labs.observe.ElectionLog.Ballot;
import quorumbook.labs.observe.ElectionLog.Joining;
import quorumbook.labs.observe.ElectionLog.Reign;

/** Lines as ZooKeeper 3.9.5 writes them. */
class ElectionLogTest {
    private static final Instant NOW = Instant.parse("2026-11-22T17:56:00Z");

    private static final List<String> LATER_ELECTION = """
            17:54:59.496Z INFO  QuorumPeerMain - Starting quorum peer, myid=4
            17:55:00.356Z INFO  FastLeaderElection - Notification: my state:LOOKING; n.sid:4, n.state:LOOKING, n.leader:4, n.round:0x1, n.peerEpoch:0x0, n.zxid:0x0, message format version:0x2, n.config version:0x0
            17:55:02.550Z INFO  QuorumPeerMain - Starting quorum peer, myid=4
            17:55:02.855Z INFO  FastLeaderElection - Notification: my state:LOOKING; n.sid:1, n.state:LOOKING, n.leader:2, n.round:0x2, n.peerEpoch:0x1, n.zxid:0x100000008, message format version:0x2, n.config version:0x0
            17:55:02.878Z INFO  FastLeaderElection - New election. My id = 4, proposed zxid=0x100000007
            17:55:02.886Z INFO  FastLeaderElection - Notification: my state:LOOKING; n.sid:2, n.state:LOOKING, n.leader:2, n.round:0x2, n.peerEpoch:0x1, n.zxid:0x100000008, message format version:0x2, n.config version:0x0
            17:55:02.890Z INFO  FastLeaderElection - Notification: my state:LOOKING; n.sid:4, n.state:LOOKING, n.leader:4, n.round:0x1, n.peerEpoch:0x1, n.zxid:0x100000007, message format version:0x2, n.config version:0x0
            17:55:02.895Z INFO  FastLeaderElection - Notification: my state:LOOKING; n.sid:4, n.state:LOOKING, n.leader:2, n.round:0x2, n.peerEpoch:0x1, n.zxid:0x100000008, message format version:0x2, n.config version:0x0
            17:55:02.897Z INFO  FastLeaderElection - Notification: my state:LOOKING; n.sid:4, n.state:LOOKING, n.leader:2, n.round:0x2, n.peerEpoch:0x1, n.zxid:0x100000008, message format version:0x2, n.config version:0x0
            17:55:03.100Z INFO  QuorumPeer - FOLLOWING
            """.lines().toList();

    @Test
    void readsTheServersOwnVotesSinceItWasLastStarted() {
        ElectionLog log = ElectionLog.of(4, LATER_ELECTION, NOW);

        assertThat(log.ballots())
                .containsExactly(
                        new Ballot(Instant.parse("2026-11-22T17:55:02.890Z"), 1, 4, Zxid.of(0x100000007L), 1),
                        new Ballot(Instant.parse("2026-11-22T17:55:02.895Z"), 2, 2, Zxid.of(0x100000008L), 1));
        assertThat(log.reigns()).isEmpty();
    }

    @Test
    void readsInWhichEpochTheServerBeganToLead() {
        ElectionLog log = ElectionLog.of(
                2,
                List.of(
                        "17:54:56.935Z INFO  QuorumPeerMain - Starting quorum peer, myid=2",
                        "17:55:03.209Z INFO  Leader - Have quorum of supporters, sids: [[1, 2, 4]]; starting up and "
                                + "setting last processed zxid: 0x200000000"),
                NOW);

        assertThat(log.reigns()).containsExactly(new Reign(Instant.parse("2026-11-22T17:55:03.209Z"), 2));
        assertThat(log.earlierReigns()).isEmpty();
    }

    @Test
    void readsWhenTheServerHadCaughtUpWithALeader() {
        ElectionLog log = ElectionLog.of(
                4,
                List.of(
                        "17:55:02.550Z INFO  QuorumPeerMain - Starting quorum peer, myid=4",
                        "17:55:03.201Z INFO  Learner - Sent NEWLEADER ack to leader with zxid 200000000"),
                NOW);

        assertThat(log.joinings()).containsExactly(new Joining(Instant.parse("2026-11-22T17:55:03.201Z"), 2));
    }

    @Test
    void aReignOfAProcessBeforeIsAnEarlierOne() {
        ElectionLog log = ElectionLog.of(
                3,
                List.of(
                        "17:54:56.935Z INFO  QuorumPeerMain - Starting quorum peer, myid=3",
                        "17:54:58.662Z INFO  Leader - Have quorum of supporters, sids: [[1, 2, 3]]; starting up and "
                                + "setting last processed zxid: 0x100000000",
                        "17:55:58.000Z INFO  QuorumPeerMain - Starting quorum peer, myid=3"),
                NOW);

        assertThat(log.reigns()).isEmpty();
        assertThat(log.earlierReigns()).containsExactly(new Reign(Instant.parse("2026-11-22T17:54:58.662Z"), 1));
    }

    @Test
    void aTimeThatIsStillToComeWasYesterday() {
        ElectionLog log = ElectionLog.of(4, LATER_ELECTION, Instant.parse("2026-11-23T00:10:00Z"));

        assertThat(log.ballots().get(0).at()).isEqualTo(Instant.parse("2026-11-22T17:55:02.890Z"));
    }

    @Test
    void theZoneOfTheServerCounts() {
        ElectionLog log = ElectionLog.of(
                4,
                LATER_ELECTION.stream()
                        .map(line -> line.replaceFirst("^17:(\\S+)Z", "23:$1+06"))
                        .toList(),
                NOW);

        assertThat(log.ballots().get(0).at()).isEqualTo(Instant.parse("2026-11-22T17:55:02.890Z"));
    }

    @Test
    void aLogWithoutAStartSaysNothing() {
        assertThat(ElectionLog.of(4, List.of(), NOW).ballots()).isEmpty();
        assertThat(ElectionLog.of(4, LATER_ELECTION.subList(3, 7), NOW).ballots())
                .isEmpty();
    }
}
