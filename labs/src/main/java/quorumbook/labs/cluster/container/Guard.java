package quorumbook.labs.cluster.container;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientConfigUtils;
import org.testcontainers.utility.TestcontainersConfiguration;

/**
 * Lets Testcontainers' Ryuk watch over what we create, where it can: it removes the containers seconds after this program was
 * killed, our own sweep only at the next start. It comes up in the background, so a cluster never waits for it.
 */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final String OFFICIAL = "testcontainers/ryuk:0.14.0";
    private static final Duration REGISTRY_ANSWERS = Duration.ofSeconds(10);

    private Guard() {}

    static void raise(EngineProbe probe, Map<String, String> environment) {
        Thread guard = new Thread(
                () -> {
                    if (canGuard(probe, environment)) {
                        connect();
                    }
                },
                "ryuk");
        guard.setDaemon(true);
        guard.start();
    }

    private static boolean canGuard(EngineProbe probe, Map<String, String> environment) {
        if (Boolean.parseBoolean(environment.get("TESTCONTAINERS_RYUK_DISABLED"))) {
            return false;
        }
        // Inside a container Testcontainers would ask the network for this machine's address, with one more image.
        if (DockerClientConfigUtils.IN_A_CONTAINER && !environment.containsKey("TESTCONTAINERS_HOST_OVERRIDE")) {
            return false;
        }
        String image = TestcontainersConfiguration.getInstance().getEnvVarOrProperty("ryuk.container.image", OFFICIAL);
        try {
            return probe.hasImage(image) || probe.canPull(image, REGISTRY_ANSWERS);
        } catch (IOException e) {
            return false;
        }
    }

    private static void connect() {
        try {
            // Starts Ryuk, and tells it the label that everything of this JVM carries.
            DockerClientFactory.instance().client();
        } catch (RuntimeException e) {
            LOG.info("Ryuk does not run here; the next start sweeps instead", e);
        }
    }
}
