package quorumbook.labs.cluster.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quorumbook.labs.cluster.Software;
import quorumbook.labs.cluster.config.Versions;

class ImagesTest {
    @Test
    void areTheOfficialOnesInTheVersionsOfTheJars() {
        Images images = Images.configured(Map.of(), name -> Optional.empty());

        Versions versions = Versions.built();
        assertThat(images.of(Software.ZOOKEEPER)).isEqualTo("zookeeper:" + versions.zookeeper());
        assertThat(images.of(Software.KAFKA)).isEqualTo("apache/kafka:" + versions.kafka());
        assertThat(images.of(Software.KAFKA_ON_ZOOKEEPER)).isEqualTo("apache/kafka:" + versions.kafkaOnZooKeeper());
    }

    @Test
    void canBeReplacedOneByOneByTheEnvironment() {
        Images images = Images.configured(
                Map.of("QUORUMBOOK_IMAGE_KAFKA_ZK", "mirror.example:5000/kafka:3.9.1"), name -> Optional.empty());

        assertThat(images.of(Software.KAFKA_ON_ZOOKEEPER)).isEqualTo("mirror.example:5000/kafka:3.9.1");
        assertThat(images.of(Software.KAFKA)).startsWith("apache/kafka:");
    }

    @Test
    void aSystemPropertyWinsOverTheEnvironment() {
        Images images = Images.configured(
                Map.of("QUORUMBOOK_IMAGE_ZOOKEEPER", "one:1"),
                name -> Optional.of("two:2").filter(image -> name.equals("quorumbook.image.zookeeper")));

        assertThat(images.zookeeper()).isEqualTo("two:2");
    }

    @Test
    void aNameWithoutATagMeansTheLatest() {
        Images images = Images.configured(
                Map.of("QUORUMBOOK_IMAGE_ZOOKEEPER", "mirror.example:5000/zk"), name -> Optional.empty());

        assertThat(images.zookeeper()).isEqualTo("mirror.example:5000/zk:latest");
    }
}
