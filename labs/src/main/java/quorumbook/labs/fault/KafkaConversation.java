package quorumbook.labs.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.RequestHeader;

/**
 * Kafka's protocol: requests (api key, version, correlation id, …) and replies (correlation id, …). Replies that name
 * brokers are rewritten, so that the client goes on calling our links. Both readers of a connection come here.
 */
final class KafkaConversation implements Conversation {
    private static final int SHORTEST_REQUEST = 12;
    private static final int SHORTEST_REPLY = 8;
    private static final int LENGTH = 4;

    private final Gate gate;
    private final BrokerNames names;
    /** Requests whose replies name brokers, by correlation id. */
    private final Map<Integer, RequestHeader> naming = new HashMap<>();

    private OptionalInt losing = OptionalInt.empty();

    KafkaConversation(Gate gate, BrokerNames names) {
        this.gate = gate;
        this.names = names;
    }

    @Override
    public synchronized void request(byte[] frame) throws IOException {
        if (frame.length < SHORTEST_REQUEST) {
            return;
        }
        ByteBuffer buffer = ByteBuffer.wrap(frame);
        int apiKey = buffer.getShort(4);
        int correlation = buffer.getInt(8);
        if (gate.claims(apiKey, String::isEmpty)) {
            losing = OptionalInt.of(correlation);
        }
        if (ApiKeys.hasId(apiKey) && BrokerNames.areIn(ApiKeys.forId(apiKey))) {
            try {
                naming.put(correlation, RequestHeader.parse(buffer.position(LENGTH)));
            } catch (ApiException e) {
                throw new IOException("a request to a broker that our own client does not understand", e);
            }
        }
    }

    @Override
    public synchronized Optional<byte[]> reply(byte[] frame) {
        if (frame.length < SHORTEST_REPLY) {
            return Optional.of(frame);
        }
        int correlation = ByteBuffer.wrap(frame).getInt(LENGTH);
        RequestHeader header = naming.remove(correlation);
        if (losing.isPresent() && losing.getAsInt() == correlation) {
            losing = OptionalInt.empty();
            gate.lost("the broker answered request " + correlation + " with " + frame.length + " bytes");
            return Optional.empty();
        }
        return Optional.of(header == null ? frame : names.rewritten(frame, header));
    }
}
