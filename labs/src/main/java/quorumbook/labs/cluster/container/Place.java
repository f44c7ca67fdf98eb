package quorumbook.labs.cluster.container;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.NodeSpec.Duty;
import quorumbook.labs.cluster.Software;
import quorumbook.labs.cluster.config.Address;
import quorumbook.labs.cluster.config.Layout;

/**
 * What the images' layout promises, and where our files go in it: the official images of ZooKeeper and Kafka, or any with the
 * same paths and {@code java} on its path.
 *
 * @param data a volume of the image, writable for {@code user}
 * @param libraries the server's jars as a class path; relative to the image's working folder for ZooKeeper, whose folder
 *     bears its version
 * @param user whom to run as; empty: whom the image says
 */
record Place(String data, String libraries, Optional<String> user) {
    /** Where our configuration lies. */
    static final String CONFIG = "/quorumbook";

    /** Where the class-data archive is mounted. */
    static final String ARCHIVE_FOLDER = "/quorumbook-archive";

    static final String ARCHIVE = ARCHIVE_FOLDER + "/classes.jsa";

    /** The user that both images' data folders belong to. */
    static final int OWNER = 1000;

    private static final String ANYWHERE = "";
    private static final int ZK_CLIENT = 2181;
    private static final int KAFKA_BROKERS = 9092;
    private static final int KAFKA_VOTES = 9093;
    private static final int KAFKA_CLIENT = 19092;

    static Place of(Software software) {
        return software == Software.ZOOKEEPER
                // The image's entry point would step down from root; ours is plain java.
                ? new Place("/data", "lib/*", Optional.of(OWNER + ":" + OWNER))
                : new Place("/var/lib/kafka/data", "/opt/kafka/libs/*", Optional.empty());
    }

    /**
     * Refuses an image that has another layout.
     *
     * @throws ClusterException with what is missed
     */
    static void check(Software software, ImageStore.Found image) {
        if (software == Software.ZOOKEEPER
                && (image.workingFolder().isEmpty() || image.workingFolder().equals("/"))) {
            throw new ClusterException(
                    "The image " + image.name() + " has not the layout of the official zookeeper image: "
                            + "its working folder should be that of ZooKeeper, with the jars in lib. Set "
                            + Images.variable(software) + " to another image.");
        }
    }

    /** The port inside the container that is published for clients on this machine. */
    static int published(NodeSpec node) {
        if (node.software() == Software.ZOOKEEPER) {
            return ZK_CLIENT;
        }
        return node.duty() == Duty.CONTROLLER ? KAFKA_VOTES : KAFKA_CLIENT;
    }

    /** Every node's view is the same but for the door of ZooKeeper's clients, which servers bind and brokers look up. */
    static Layout layout(ClusterSpec spec, NodeSpec self, ToIntFunction<NodeId> publishedOn) {
        Map<NodeId, Address> seen = new HashMap<>();
        List<NodeSpec> nodes = spec.nodes();
        for (NodeSpec node : nodes) {
            seen.put(node.id(), seen(node, self, publishedOn));
        }
        Address binds = self.software() == Software.ZOOKEEPER
                ? doors(ANYWHERE, new Endpoint(ANYWHERE, ZK_CLIENT), 2888, 3888)
                : doors(ANYWHERE, new Endpoint(ANYWHERE, KAFKA_CLIENT), KAFKA_BROKERS, KAFKA_VOTES);
        return new Layout(of(self.software()).data(), "", binds, seen);
    }

    private static Address seen(NodeSpec node, NodeSpec self, ToIntFunction<NodeId> publishedOn) {
        String alias = node.id().toString();
        if (node.software() == Software.ZOOKEEPER) {
            String door = self.software() == Software.ZOOKEEPER ? ANYWHERE : alias;
            return doors(alias, new Endpoint(door, ZK_CLIENT), 2888, 3888);
        }
        Endpoint advertised = new Endpoint("127.0.0.1", publishedOn.applyAsInt(node.id()));
        return doors(alias, advertised, KAFKA_BROKERS, KAFKA_VOTES);
    }

    private static Address doors(String host, Endpoint client, int peers, int votes) {
        return new Address(client, new Endpoint(host, peers), new Endpoint(host, votes));
    }
}
