package quorumbook.labs.reset;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.reset.Reset.NotEmptyException;

/** Brokers without a topic, a group, a setting or a quota that a learner made. Kafka's own topics stay. */
final class EmptyBrokers {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String LATEST = "quorumbook-reset";
    private static final Set<String> KAFKAS_OWN =
            Set.of("__consumer_offsets", "__transaction_state", "__share_group_state", "__cluster_metadata");

    /** Kafka 4 keeps this one at cluster level from the beginning, at this value (KIP-966). */
    private static final Map<String, String> FROM_THE_BEGINNING = Map.of("min.insync.replicas", "1");

    private EmptyBrokers() {}

    static List<String> make(Admin admin, Cluster cluster)
            throws ExecutionException, InterruptedException, NotEmptyException {
        var groups = admin.listGroups().all();
        var quotas = admin.describeClientQuotas(ClientQuotaFilter.all()).entities();
        Set<Integer> brokers = brokers(cluster);
        dropGroups(admin, groups.get());
        letEveryBrokerCatchUp(admin, brokers);
        dropTopics(admin);
        dropQuotas(admin, quotas.get().keySet());
        dropSettings(admin, brokers);
        proveNoReplicas(admin, brokers);
        return List.of(
                "no broker of " + brokers.size() + " holds a replica of a topic of the learner's",
                "no groups, no quotas, no changed settings");
    }

    private static Set<Integer> brokers(Cluster cluster) {
        return cluster.spec().nodes().stream()
                .filter(node -> node.id().kind() == NodeId.Kind.KAFKA)
                .map(NodeSpec::serverId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void dropGroups(Admin admin, Collection<GroupListing> groups)
            throws ExecutionException, InterruptedException {
        List<String> ids = groups.stream().map(GroupListing::groupId).toList();
        if (!ids.isEmpty()) {
            // A group that still has a living member refuses: then the cluster is not clean, and the exception says so.
            admin.deleteConsumerGroups(ids).all().get();
        }
    }

    /**
     * A topic made a moment ago may be unknown yet to the broker that lists the topics. Metadata is one log: a broker with a
     * replica of a topic made now has heard of all before it.
     */
    private static void letEveryBrokerCatchUp(Admin admin, Set<Integer> brokers)
            throws ExecutionException, InterruptedException, NotEmptyException {
        NewTopic latest = new NewTopic(LATEST, Map.of(0, List.copyOf(brokers)));
        admin.createTopics(List.of(latest)).all().get();
        boolean caughtUp =
                Eventually.holds(PATIENCE, () -> holders(admin, brokers).containsAll(brokers));
        if (!caughtUp) {
            throw new NotEmptyException("a broker had not heard of a new topic after " + PATIENCE.toSeconds() + " s");
        }
    }

    private static Set<Integer> holders(Admin admin, Set<Integer> brokers)
            throws ExecutionException, InterruptedException {
        return admin.describeLogDirs(brokers).allDescriptions().get().entrySet().stream()
                .filter(broker -> broker.getValue().values().stream()
                        .flatMap(folder -> folder.replicaInfos().keySet().stream())
                        .anyMatch(partition -> partition.topic().equals(LATEST)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static void dropTopics(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> learners = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
                .filter(topic -> !KAFKAS_OWN.contains(topic))
                .collect(Collectors.toSet());
        for (KafkaFuture<Void> deletion :
                admin.deleteTopics(learners).topicNameValues().values()) {
            try {
                deletion.get();
            } catch (ExecutionException e) {
                // The broker that listed it has not heard of its end.
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
    }

    private static void dropQuotas(Admin admin, Set<ClientQuotaEntity> entities)
            throws ExecutionException, InterruptedException, NotEmptyException {
        if (entities.isEmpty()) {
            return;
        }
        Map<ClientQuotaEntity, Map<String, Double>> quotas =
                admin.describeClientQuotas(ClientQuotaFilter.all()).entities().get();
        admin.alterClientQuotas(quotas.entrySet().stream()
                        .map(quota -> new ClientQuotaAlteration(
                                quota.getKey(),
                                quota.getValue().keySet().stream()
                                        .map(name -> new ClientQuotaAlteration.Op(name, null))
                                        .toList()))
                        .toList())
                .all()
                .get();
    }

    private static void dropSettings(Admin admin, Set<Integer> brokers)
            throws ExecutionException, InterruptedException, NotEmptyException {
        Map<ConfigResource, Collection<AlterConfigOp>> removals = new HashMap<>();
        settings(admin, brokers)
                .forEach((resource, names) -> removals.put(
                        resource,
                        names.stream()
                                .map(name -> new AlterConfigOp(new ConfigEntry(name, ""), AlterConfigOp.OpType.DELETE))
                                .toList()));
        if (removals.isEmpty()) {
            return;
        }
        admin.incrementalAlterConfigs(removals).all().get();
        boolean gone = Eventually.holds(PATIENCE, () -> settings(admin, brokers).isEmpty());
        if (!gone) {
            throw new NotEmptyException("changed settings: " + settings(admin, brokers));
        }
    }

    /** What was set while the cluster ran: for all brokers together, and for each. */
    private static Map<ConfigResource, List<String>> settings(Admin admin, Set<Integer> brokers)
            throws ExecutionException, InterruptedException {
        Set<ConfigResource> resources = brokers.stream()
                .map(id -> new ConfigResource(ConfigResource.Type.BROKER, Integer.toString(id)))
                .collect(Collectors.toSet());
        resources.add(new ConfigResource(ConfigResource.Type.BROKER, ""));
        Map<ConfigResource, Config> described =
                admin.describeConfigs(resources).all().get();
        Map<ConfigResource, List<String>> changed = new HashMap<>();
        described.forEach((resource, config) -> {
            ConfigEntry.ConfigSource source = resource.isDefault()
                    ? ConfigEntry.ConfigSource.DYNAMIC_DEFAULT_BROKER_CONFIG
                    : ConfigEntry.ConfigSource.DYNAMIC_BROKER_CONFIG;
            List<String> names = config.entries().stream()
                    .filter(entry -> entry.source() == source)
                    .filter(entry -> !(resource.isDefault()
                            && String.valueOf(entry.value()).equals(FROM_THE_BEGINNING.get(entry.name()))))
                    .map(ConfigEntry::name)
                    .toList();
            if (!names.isEmpty()) {
                changed.put(resource, names);
            }
        });
        return changed;
    }

    /** Each broker answers for its own disk: a deleted topic has left it only when this broker has heard of it. */
    private static void proveNoReplicas(Admin admin, Set<Integer> brokers)
            throws InterruptedException, NotEmptyException {
        Eventually.Sight<Set<String>> left = Eventually.look(PATIENCE, () -> replicas(admin, brokers), Set::isEmpty);
        if (!left.satisfied()) {
            throw new NotEmptyException(left.last()
                    .map(topics -> "replicas left of " + String.join(", ", topics))
                    .orElse("a broker did not say what it holds"));
        }
    }

    private static Set<String> replicas(Admin admin, Set<Integer> brokers)
            throws ExecutionException, InterruptedException {
        Set<String> topics = new TreeSet<>();
        for (Map<String, LogDirDescription> folders :
                admin.describeLogDirs(brokers).allDescriptions().get().values()) {
            folders.values()
                    .forEach(folder -> folder.replicaInfos().keySet().stream()
                            .map(partition -> partition.topic())
                            .filter(topic -> !KAFKAS_OWN.contains(topic))
                            .forEach(topics::add));
        }
        return topics;
    }
}
