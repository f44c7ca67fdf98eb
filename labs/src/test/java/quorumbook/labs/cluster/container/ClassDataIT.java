package quorumbook.labs.cluster.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;
import quorumbook.labs.cluster.Software;

class ClassDataIT {
    private final Engine engine = Engine.connect(EngineAddress.find(System.getenv()));

    @TempDir
    Path state;

    private ContainerBackend backend;

    @BeforeEach
    void needsAnEngine() {
        backend = Engines.required();
    }

    @Test
    void serversUseTheArchiveOnceItIsMade() throws Exception {
        try (Run run = Run.begin(state)) {
            assertThat(memoryOfAServer(run)).doesNotContain(Place.ARCHIVE);

            backend.warm(run, Software.ZOOKEEPER);

            assertThat(memoryOfAServer(run)).contains(Place.ARCHIVE);
            new ClassData(engine, Labels.of(run), Keepsakes.of(run)).tidy(Set.of());
        }
    }

    /** What the JVM of a fresh server has mapped into its memory. */
    private String memoryOfAServer(Run run) throws Exception {
        try (Cluster cluster = backend.launch(Ensemble.standalone(), run, Progress.silent())) {
            cluster.awaitReady(Duration.ofSeconds(60), Progress.silent());
            return engine.ask("looking at memory", docker -> {
                String container = docker.listContainersCmd()
                        .withFilter("label", List.of(Labels.RUN + "=" + run.id()))
                        .exec()
                        .get(0)
                        .getId();
                String command = docker.execCreateCmd(container)
                        .withCmd("cat", "/proc/1/maps")
                        .withAttachStdout(true)
                        .exec()
                        .getId();
                Heard heard = docker.execStartCmd(command).exec(new Heard());
                return heard.text();
            });
        }
    }

    private static final class Heard extends ResultCallback.Adapter<Frame> {
        private final Queue<String> text = new ConcurrentLinkedQueue<>();

        @Override
        public void onNext(Frame frame) {
            text.add(new String(frame.getPayload(), StandardCharsets.UTF_8));
        }

        String text() {
            try {
                awaitCompletion(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return String.join("", text);
        }
    }
}
