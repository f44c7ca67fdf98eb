package quorumbook.labs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorumbook.labs.cluster.NodeId;

class SessionSightTest {
    private static final NodeId ZK2 = NodeId.zk(2);
    private static final String CONS = """
             /127.0.0.1:53352[1](queued=0,recved=5,sent=5,sid=0x100001234560000,lop=PING,est=1795\
            0000,to=30000,lcxid=0x1,lzxid=0x100000002,lresp=7,llat=0,minlat=0,avglat=0,maxlat=3)
             /127.0.0.1:53360[1](queued=0,recved=1,sent=1,sid=0xfedcba9876543210,lop=SESS,est=1,to=10000)
             /127.0.0.1:53366[0](queued=0,recved=1,sent=0)

            """;
    private static final String WCHP = """
            /lock
            \t0x100001234560000
            \t0x100009999990000
            /app
            \t0x100001234560000

            """;

    @Test
    void aSessionIsShownWithWhatItWatches() {
        assertThat(SessionSight.of(ZK2, CONS, WCHP))
                .containsExactly(
                        new SessionSight(0x100001234560000L, ZK2, List.of("/app", "/lock")),
                        new SessionSight(0xfedcba9876543210L, ZK2, List.of()));
    }

    @Test
    void aServerWithoutSessionsHasNoneToShow() {
        assertThat(SessionSight.of(ZK2, "This ZooKeeper instance is not currently serving requests\n", ""))
                .isEmpty();
    }
}
