package quorumbook.labs.fault;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.message.DescribeClusterResponseData;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;

/**
 * Brokers tell clients where brokers are. In these replies each real port is replaced by that of our link to it, both on
 * loopback.
 *
 * @param links from a broker's port to its link's
 */
record BrokerNames(Map<Integer, Integer> links) {
    private static final int LENGTH = 4;
    private static final Set<ApiKeys> NAMING = Set.of(
            ApiKeys.METADATA, ApiKeys.FIND_COORDINATOR, ApiKeys.DESCRIBE_CLUSTER, ApiKeys.PRODUCE, ApiKeys.FETCH);

    static boolean areIn(ApiKeys reply) {
        return NAMING.contains(reply);
    }

    /** @param frame a whole reply to that request, with its length in front */
    byte[] rewritten(byte[] frame, RequestHeader header) {
        ByteBuffer body = ByteBuffer.wrap(frame).position(LENGTH);
        AbstractResponse response = AbstractResponse.parseResponse(body, header);
        if (!rename(response.data())) {
            return frame;
        }
        short version = header.apiVersion();
        ByteBuffer text = RequestUtils.serialize(
                new ResponseHeaderData().setCorrelationId(header.correlationId()),
                header.apiKey().responseHeaderVersion(version),
                response.data(),
                version);
        return ByteBuffer.allocate(LENGTH + text.remaining())
                .putInt(text.remaining())
                .put(text)
                .array();
    }

    /** Tells whether there was anything to rename. */
    private boolean rename(ApiMessage data) {
        if (data instanceof MetadataResponseData metadata) {
            metadata.brokers().forEach(broker -> broker.setPort(port(broker.port())));
            return true;
        }
        if (data instanceof FindCoordinatorResponseData found) {
            found.coordinators().forEach(broker -> broker.setPort(port(broker.port())));
            found.setPort(port(found.port()));
            return true;
        }
        if (data instanceof DescribeClusterResponseData cluster) {
            cluster.brokers().forEach(broker -> broker.setPort(port(broker.port())));
            return true;
        }
        // Since KIP-951 a broker that no longer leads says who does.
        if (data instanceof ProduceResponseData produced) {
            produced.nodeEndpoints().forEach(broker -> broker.setPort(port(broker.port())));
            return !produced.nodeEndpoints().isEmpty();
        }
        if (data instanceof FetchResponseData fetched) {
            fetched.nodeEndpoints().forEach(broker -> broker.setPort(port(broker.port())));
            return !fetched.nodeEndpoints().isEmpty();
        }
        return false;
    }

    private int port(int real) {
        return links.getOrDefault(real, real);
    }
}
