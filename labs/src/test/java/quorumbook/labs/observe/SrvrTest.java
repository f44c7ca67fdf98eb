package quorumbook.labs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SrvrTest {
    private static final String ANSWER = """
            Zookeeper version: 3.9.5-b1ac3e3a2b8d3e4f, built on 2026-02-11 20:14 UTC
            Latency min/avg/max: 0/0.0/0
            Received: 1
            Sent: 0
            Connections: 1
            Outstanding: 0
            Zxid: 0x100000007
            Mode: %s
            Node count: 5
            """;

    @Test
    void readsRoleZxidAndNodeCount() {
        assertThat(Srvr.parse(ANSWER.formatted("leader")))
                .isEqualTo(new Srvr(Role.LEADER, Optional.of(new Zxid(1, 7)), Optional.of(5)));
    }

    @Test
    void aServerThatServesNobodyLooksForALeader() {
        assertThat(Srvr.parse("This ZooKeeper instance is not currently serving requests\n")
                        .role())
                .isEqualTo(Role.LOOKING);
    }

    @Test
    void anAnswerThatSaysNothingMakesTheServerSilent() {
        assertThat(Srvr.parse("srvr is not executed because it is not in the whitelist.\n")
                        .role())
                .isEqualTo(Role.SILENT);
    }

    @Test
    void aZxidOfAHighEpochIsUnsigned() {
        assertThat(Srvr.parse("Zxid: 0xffffffff00000001\nMode: follower\n").lastZxid())
                .contains(new Zxid(-1, 1));
    }
}
