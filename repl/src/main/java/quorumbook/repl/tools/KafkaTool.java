package quorumbook.repl.tools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One of Kafka's command-line tools.
 *
 * @param name as its script is called
 * @param mainClass what the script runs
 * @param address the option that takes the brokers' addresses; empty if it works on files
 */
record KafkaTool(String name, String mainClass, String address) {
    private static final String BROKERS = "--bootstrap-server";
    private static final String TOOLS = "org.apache.kafka.tools.";

    /** All that are offered, sorted by name. The main classes are those of the scripts of Kafka 4.3. */
    static final List<KafkaTool> ALL = List.of(
            new KafkaTool("kafka-acls", TOOLS + "AclCommand", BROKERS),
            new KafkaTool("kafka-broker-api-versions", TOOLS + "BrokerApiVersionsCommand", BROKERS),
            new KafkaTool("kafka-client-metrics", TOOLS + "ClientMetricsCommand", BROKERS),
            new KafkaTool("kafka-cluster", TOOLS + "ClusterTool", BROKERS),
            new KafkaTool("kafka-configs", "kafka.admin.ConfigCommand", BROKERS),
            new KafkaTool("kafka-console-consumer", TOOLS + "consumer.ConsoleConsumer", BROKERS),
            new KafkaTool("kafka-console-producer", TOOLS + "ConsoleProducer", BROKERS),
            new KafkaTool("kafka-console-share-consumer", TOOLS + "consumer.ConsoleShareConsumer", BROKERS),
            new KafkaTool("kafka-consumer-groups", TOOLS + "consumer.group.ConsumerGroupCommand", BROKERS),
            new KafkaTool("kafka-consumer-perf-test", TOOLS + "ConsumerPerformance", BROKERS),
            new KafkaTool("kafka-delete-records", TOOLS + "DeleteRecordsCommand", BROKERS),
            new KafkaTool("kafka-dump-log", TOOLS + "DumpLogSegments", ""),
            new KafkaTool("kafka-features", TOOLS + "FeatureCommand", BROKERS),
            new KafkaTool("kafka-get-offsets", TOOLS + "GetOffsetShell", BROKERS),
            new KafkaTool("kafka-groups", TOOLS + "GroupsCommand", BROKERS),
            new KafkaTool("kafka-leader-election", TOOLS + "LeaderElectionCommand", BROKERS),
            new KafkaTool("kafka-log-dirs", TOOLS + "LogDirsCommand", BROKERS),
            new KafkaTool("kafka-metadata-quorum", TOOLS + "MetadataQuorumCommand", BROKERS),
            new KafkaTool("kafka-producer-perf-test", TOOLS + "ProducerPerformance", BROKERS),
            new KafkaTool("kafka-reassign-partitions", TOOLS + "reassign.ReassignPartitionsCommand", BROKERS),
            new KafkaTool("kafka-replica-verification", TOOLS + "ReplicaVerificationTool", "--broker-list"),
            new KafkaTool("kafka-share-groups", TOOLS + "consumer.group.ShareGroupCommand", BROKERS),
            new KafkaTool("kafka-streams-groups", TOOLS + "streams.StreamsGroupCommand", BROKERS),
            new KafkaTool("kafka-topics", TOOLS + "TopicCommand", BROKERS),
            new KafkaTool("kafka-transactions", TOOLS + "TransactionsCommand", BROKERS),
            new KafkaTool("kafka-verifiable-consumer", TOOLS + "VerifiableConsumer", BROKERS),
            new KafkaTool("kafka-verifiable-producer", TOOLS + "VerifiableProducer", BROKERS));

    static List<String> names() {
        return ALL.stream().map(KafkaTool::name).toList();
    }

    /** By its name, with or without the {@code .sh} of the download. */
    static Optional<KafkaTool> named(String name) {
        String plain = name.endsWith(".sh") ? name.substring(0, name.length() - 3) : name;
        return ALL.stream().filter(tool -> tool.name.equals(plain)).findFirst();
    }

    /** The arguments, with the brokers' addresses where the tool wants them and none are given. */
    List<String> addressed(List<String> arguments, String brokers) {
        boolean addressedAlready = arguments.stream()
                .map(argument -> argument.replaceFirst("=.*", ""))
                .anyMatch(argument -> argument.startsWith("--bootstrap-")
                        || argument.equals("--broker-list")
                        || argument.equals("bootstrap.servers"));
        boolean asksForHelp = arguments.contains("--help") || arguments.contains("--version");
        if (address.isEmpty() || brokers.isEmpty() || addressedAlready || asksForHelp) {
            return arguments;
        }
        List<String> all = new ArrayList<>(arguments);
        if (takesSubcommand()) {
            // kafka-cluster takes the option after the word that says what to do, the others before or after.
            int at = mainClass.endsWith("ClusterTool") ? 1 : 0;
            all.addAll(Math.min(at, all.size()), Arrays.asList(address, brokers));
        } else {
            all.addAll(Arrays.asList(address, brokers));
        }
        return all;
    }

    /** Those tools take options of their own before a word that says what to do. */
    private boolean takesSubcommand() {
        return List.of("ClusterTool", "FeatureCommand", "MetadataQuorumCommand", "TransactionsCommand").stream()
                .anyMatch(mainClass::endsWith);
    }
}
