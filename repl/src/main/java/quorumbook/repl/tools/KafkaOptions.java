package quorumbook.repl.tools;

import java.util.List;
import java.util.Map;

/** The options of the tools that lessons use, for completion; the tools themselves know all of theirs. */
final class KafkaOptions {
    private static final Map<String, List<String>> OF = Map.ofEntries(
            of(
                    "kafka-topics",
                    "--alter --at-min-isr-partitions --config --create --delete --delete-config --describe"
                            + " --exclude-internal --if-exists --if-not-exists --list --partitions --replica-assignment"
                            + " --replication-factor --topic --topics-with-overrides --unavailable-partitions"
                            + " --under-min-isr-partitions --under-replicated-partitions"),
            of(
                    "kafka-console-producer",
                    "--batch-size --command-property --compression-codec --message-send-max-retries"
                            + " --reader-property --request-required-acks --sync --topic"),
            of(
                    "kafka-console-consumer",
                    "--command-property --enable-systest-events --formatter --formatter-property --from-beginning"
                            + " --group --include --isolation-level --max-messages --offset --partition --timeout-ms"
                            + " --topic"),
            of(
                    "kafka-consumer-groups",
                    "--all-groups --all-topics --by-duration --delete --delete-offsets --describe --dry-run --execute"
                            + " --export --from-file --group --list --members --offsets --reset-offsets --shift-by"
                            + " --state --timeout --to-current --to-datetime --to-earliest --to-latest --to-offset"
                            + " --topic --verbose"),
            of(
                    "kafka-configs",
                    "--add-config --add-config-file --all --alter --broker --broker-defaults"
                            + " --delete-config --describe --entity-default --entity-name --entity-type --group --topic"
                            + " --user"),
            of(
                    "kafka-reassign-partitions",
                    "--additional --broker-list --cancel --disable-rack-aware --execute --generate --list"
                            + " --preserve-throttles --reassignment-json-file --throttle --topics-to-move-json-file"
                            + " --verify"),
            of(
                    "kafka-leader-election",
                    "--all-topic-partitions --election-type --partition --path-to-json-file --topic"),
            of(
                    "kafka-metadata-quorum",
                    "--command-config add-controller describe remove-controller --replication --status"),
            of("kafka-get-offsets", "--exclude-internal-topics --partitions --time --topic --topic-partitions"),
            of(
                    "kafka-dump-log",
                    "--cluster-metadata-decoder --deep-iteration --files --max-message-size"
                            + " --offsets-decoder --print-data-log --transaction-log-decoder --verify-index-only"),
            of(
                    "kafka-producer-perf-test",
                    "--command-property --num-records --payload-file --payload-monotonic --print-metrics --record-size"
                            + " --throughput --topic --transaction-duration-ms --transactional-id"),
            of(
                    "kafka-consumer-perf-test",
                    "--from-latest --group --include --messages --num-records --print-metrics --show-detailed-stats"
                            + " --timeout --topic"),
            of("kafka-log-dirs", "--broker-list --describe --topic-list"),
            of("kafka-features", "describe upgrade downgrade disable --feature --release-version"),
            of("kafka-delete-records", "--offset-json-file"),
            of("kafka-transactions", "abort describe describe-producers find-hanging list --topic --transactional-id"),
            of(
                    "kafka-acls",
                    "--add --allow-host --allow-principal --cluster --consumer --deny-host --deny-principal --group"
                            + " --list --operation --producer --remove --topic"),
            of("kafka-cluster", "cluster-id list-endpoints unregister"));

    private KafkaOptions() {}

    static List<String> of(String tool) {
        return OF.getOrDefault(tool, List.of());
    }

    private static Map.Entry<String, List<String>> of(String tool, String options) {
        return Map.entry(tool, List.of(options.split(" ")));
    }
}
