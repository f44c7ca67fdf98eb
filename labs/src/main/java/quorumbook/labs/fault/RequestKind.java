package quorumbook.labs.fault;

import java.util.Locale;
import java.util.Set;

/** What a client may ask a server, as far as a reply to it is worth losing or holding back. */
public enum RequestKind {
    /** All four that create a znode (org.apache.zookeeper.ZooDefs.OpCode). */
    CREATE(1, 15, 19, 21),
    DELETE(2),
    GET_DATA(4),
    SET_DATA(5),
    MULTI(14),
    /** Kafka's, by their api keys (org.apache.kafka.common.protocol.ApiKeys). */
    PRODUCE(0),
    OFFSET_COMMIT(8),
    END_TRANSACTION(26);

    private final Set<Integer> codes;

    RequestKind(Integer... codes) {
        this.codes = Set.of(codes);
    }

    boolean hasCode(int code) {
        return codes.contains(code);
    }

    /** Whether it is asked of ZooKeeper; else of Kafka. */
    boolean isZooKeepers() {
        return ordinal() < PRODUCE.ordinal();
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
