package quorumbook.labs.cluster.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static quorumbook.labs.cluster.NodeId.controller;
import static quorumbook.labs.cluster.NodeId.kafka;
import static quorumbook.labs.cluster.NodeId.zk;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.KRaft;
import quorumbook.labs.cluster.KafkaOnZooKeeper;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;

class ConfigWriterTest {
    private static final byte[] CHECKPOINT = {1, 2, 3};

    @Test
    void aStandaloneServerNamesNoServers() {
        assertThat(files(Ensemble.standalone(), zk(1)).text()).isEqualTo("""
                dataDir=./data
                tickTime=500
                initLimit=10
                syncLimit=4
                admin.enableServer=false
                4lw.commands.whitelist=*
                clientPort=21011
                clientPortAddress=127.0.0.1
                """);
    }

    @Test
    void anObserverKnowsItselfAndItsPeersAsThoseSeeThem() {
        NodeFiles observer = files(Ensemble.of(3).withObservers(1), zk(4));
        assertThat(observer.text())
                .contains("peerType=observer\n")
                .contains("server.1=127.0.0.1:22011:23011:participant;127.0.0.1:21011\n")
                .contains("server.4=127.0.0.1:22014:23014:observer;127.0.0.1:21014\n")
                .doesNotContain("quorumListenOnAllIPs");
        assertThat(observer.data().get("myid")).asString(UTF_8).isEqualTo("4\n");
    }

    @Test
    void aServerWithOpenDoorsListensOnAllOfItsInterfaces() {
        Address open = new Address(new Endpoint("", 2181), new Endpoint("", 2888), new Endpoint("", 3888));
        Address told = new Address(new Endpoint("", 2181), new Endpoint("zk1", 2888), new Endpoint("zk1", 3888));
        Layout layout = new Layout("/data", "", open, Map.of(zk(1), told, zk(2), told, zk(3), told));
        String text = writer(Ensemble.of(3)).files(zk(2), layout).text();
        assertThat(text).contains("quorumListenOnAllIPs=true\n").contains("server.1=zk1:2888:3888:participant;2181\n");
    }

    @Test
    void aCombinedNodeVotesAndServes() {
        NodeFiles node = files(KRaft.combined(3), kafka(2));
        assertThat(node.text())
                .contains("process.roles=broker,controller\n")
                .contains("controller.quorum.voters=1@127.0.0.1:23021,2@127.0.0.1:23022,3@127.0.0.1:23023\n")
                .contains("listeners=CLIENT://127.0.0.1:21022,BROKERS://127.0.0.1:22022,CONTROLLER://127.0.0.1:23022\n")
                .contains("inter.broker.listener.name=BROKERS\n")
                .contains("offsets.topic.replication.factor=3\n");
        assertThat(node.data().get("bootstrap.checkpoint")).isEqualTo(CHECKPOINT);
        assertThat(node.data().get("meta.properties"))
                .asString(UTF_8)
                .contains("node.id=2\n")
                .contains("cluster.id=")
                .contains("directory.id=");
    }

    @Test
    void aSeparateControllerAdvertisesNothingToClients() {
        assertThat(files(KRaft.separate(1, 1), controller(1)).text())
                .contains("process.roles=controller\n")
                .contains("node.id=101\n")
                .contains("listeners=CONTROLLER://127.0.0.1:23031\n")
                .doesNotContain("advertised.listeners");
        assertThat(files(KRaft.separate(1, 1), kafka(1)).text())
                .contains("controller.quorum.voters=101@127.0.0.1:23031\n")
                .contains("offsets.topic.replication.factor=1\n");
    }

    @Test
    void aBrokerOnZooKeeperKnowsNothingOfControllers() {
        assertThat(files(new KafkaOnZooKeeper(1, Ensemble.of(3)), kafka(1)).text())
                .contains("broker.id=1\n")
                .contains("zookeeper.connect=127.0.0.1:21011,127.0.0.1:21012,127.0.0.1:21013\n")
                .doesNotContain("CONTROLLER")
                .doesNotContain("process.roles");
    }

    @Test
    void theNodesOfAClusterShareItsIdAndNothingElse() {
        ConfigWriter writer = writer(KRaft.combined(3));
        String one = meta(writer, kafka(1));
        String two = meta(writer, kafka(2));
        assertThat(line(one, "cluster.id")).isEqualTo(line(two, "cluster.id"));
        assertThat(line(one, "directory.id")).isNotEqualTo(line(two, "directory.id"));
        assertThat(line(one, "directory.id")).isNotEqualTo(line(meta(writer, kafka(1)), "directory.id"));
    }

    @Test
    void aLogGoesToTheFileOrToStandardOutput() {
        Layout layout = layout(Ensemble.standalone(), zk(1));
        assertThat(writer(Ensemble.standalone()).files(zk(1), layout).logText())
                .contains("<appender-ref ref=\"file\"/>")
                .contains("<file>./server.log</file>");
        Layout console = new Layout("./data", "", layout.binds(), layout.seen());
        assertThat(writer(Ensemble.standalone()).files(zk(1), console).logText())
                .contains("<appender-ref ref=\"console\"/>");
    }

    @Test
    void theVersionsAreThoseOfTheBuild() {
        assertThat(Versions.built().zookeeper()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(Versions.built().kafka()).startsWith("4.");
        assertThat(Versions.built().kafkaOnZooKeeper()).startsWith("3.9.");
    }

    private static NodeFiles files(ClusterSpec spec, NodeId node) {
        return writer(spec).files(node, layout(spec, node));
    }

    private static ConfigWriter writer(ClusterSpec spec) {
        return new ConfigWriter(spec, KRaftIdentity.fresh(CHECKPOINT));
    }

    /** Ports that say whose they are: 21… clients, 22… peers, 23… votes; then the kind; then the number. */
    private static Layout layout(ClusterSpec spec, NodeId node) {
        Map<NodeId, Address> all = spec.nodes().stream()
                .map(NodeSpec::id)
                .collect(Collectors.toMap(id -> id, id -> new Address(door(21, id), door(22, id), door(23, id))));
        return new Layout("./data", "./server.log", Objects.requireNonNull(all.get(node)), all);
    }

    private static Endpoint door(int purpose, NodeId id) {
        return new Endpoint("127.0.0.1", purpose * 1000 + 10 * (id.kind().ordinal() + 1) + id.number());
    }

    private static String meta(ConfigWriter writer, NodeId node) {
        return new String(
                writer.files(node, layout(KRaft.combined(3), node)).data().get("meta.properties"), UTF_8);
    }

    private static String line(String text, String key) {
        return text.lines()
                .filter(line -> line.startsWith(key + "="))
                .findFirst()
                .orElseThrow();
    }
}
