package quorumbook.labs.observe;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsPartition;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsTopic;
import org.apache.kafka.common.message.ListOffsetsResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.FetchRequest;
import org.apache.kafka.common.requests.FetchResponse;
import org.apache.kafka.common.requests.ListOffsetsRequest;
import org.apache.kafka.common.requests.ListOffsetsResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.cluster.Endpoint;

/**
 * The offsets of one replica, from its own broker. The admin client only asks leaders, and only up to the high watermark; so
 * this asks as Kafka's own tools for debugging do: any replica tells them where its log ends, and any replica that is read
 * by a consumer tells its high watermark (KIP-392).
 */
record ReplicaOffsets(OptionalLong logEnd, OptionalLong highWatermark) {
    static final ReplicaOffsets UNKNOWN = new ReplicaOffsets(OptionalLong.empty(), OptionalLong.empty());

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaOffsets.class);
    // Versions that brokers from 3.0 to 4.x understand, in which topics have names.
    private static final short LIST_OFFSETS = 7;
    private static final short FETCH = 12;

    /** Of each of the partitions, of which the broker holds a copy; empty if it does not answer in time. */
    static Map<TopicPartition, ReplicaOffsets> of(Endpoint broker, List<TopicPartition> partitions, Duration patience) {
        try (Socket socket = new Socket()) {
            int millis = (int) patience.toMillis();
            socket.connect(new InetSocketAddress(broker.host(), broker.port()), millis);
            socket.setSoTimeout(millis);
            Map<TopicPartition, Long> starts = offsets(socket, partitions, ListOffsetsRequest.EARLIEST_TIMESTAMP);
            Map<TopicPartition, Long> ends = offsets(socket, partitions, ListOffsetsRequest.LATEST_TIMESTAMP);
            Map<TopicPartition, Long> marks = highWatermarks(socket, starts);
            return partitions.stream()
                    .collect(Collectors.toMap(
                            partition -> partition,
                            partition -> new ReplicaOffsets(
                                    PartitionLook.known(ends.getOrDefault(partition, -1L)),
                                    PartitionLook.known(marks.getOrDefault(partition, -1L)))));
        } catch (IOException e) {
            LOG.debug("{} does not tell its offsets", broker, e);
            return Map.of();
        }
    }

    private static Map<TopicPartition, Long> offsets(Socket socket, List<TopicPartition> partitions, long timestamp)
            throws IOException {
        Map<String, List<TopicPartition>> byTopic =
                partitions.stream().collect(Collectors.groupingBy(TopicPartition::topic));
        List<ListOffsetsTopic> topics = byTopic.entrySet().stream()
                .map(topic -> new ListOffsetsTopic()
                        .setName(topic.getKey())
                        .setPartitions(topic.getValue().stream()
                                .map(partition -> new ListOffsetsPartition()
                                        .setPartitionIndex(partition.partition())
                                        .setTimestamp(timestamp))
                                .toList()))
                .toList();
        ListOffsetsResponse answer = (ListOffsetsResponse) asked(
                socket,
                ApiKeys.LIST_OFFSETS,
                ListOffsetsRequest.Builder.forReplica(LIST_OFFSETS, ListOffsetsRequest.DEBUGGING_REPLICA_ID)
                        .setTargetTimes(topics)
                        .build(LIST_OFFSETS));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (ListOffsetsResponseData.ListOffsetsTopicResponse topic : answer.topics()) {
            topic.partitions().stream()
                    .filter(partition -> partition.errorCode() == 0)
                    .forEach(partition -> offsets.put(
                            new TopicPartition(topic.name(), partition.partitionIndex()), partition.offset()));
        }
        return offsets;
    }

    private static Map<TopicPartition, Long> highWatermarks(Socket socket, Map<TopicPartition, Long> starts)
            throws IOException {
        Map<TopicPartition, FetchRequest.PartitionData> wanted = new LinkedHashMap<>();
        starts.forEach((partition, start) ->
                wanted.put(partition, new FetchRequest.PartitionData(Uuid.ZERO_UUID, start, -1, 1, Optional.empty())));
        FetchResponse answer = (FetchResponse) asked(
                socket,
                ApiKeys.FETCH,
                FetchRequest.Builder.forConsumer(FETCH, 0, 0, wanted)
                        .setMaxBytes(1)
                        .build(FETCH));
        Map<TopicPartition, Long> marks = new HashMap<>();
        for (FetchResponseData.FetchableTopicResponse topic : answer.data().responses()) {
            topic.partitions().stream()
                    .filter(partition -> partition.errorCode() == 0)
                    .forEach(partition -> marks.put(
                            new TopicPartition(topic.topic(), partition.partitionIndex()), partition.highWatermark()));
        }
        return marks;
    }

    private static AbstractResponse asked(Socket socket, ApiKeys what, AbstractRequest request) throws IOException {
        RequestHeader header = new RequestHeader(what, request.version(), "quorumbook-cluster", what.id);
        ByteBuffer bytes = request.serializeWithHeader(header);
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(bytes.remaining());
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        out.flush();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] answer = new byte[in.readInt()];
        in.readFully(answer);
        return AbstractResponse.parseResponse(ByteBuffer.wrap(answer), header);
    }
}
