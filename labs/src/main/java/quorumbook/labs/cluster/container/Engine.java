package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import quorumbook.labs.await.Cause;
import quorumbook.labs.cluster.ClusterException;

/** A connection to a Docker engine on which no question hangs: an engine that is gone or frozen becomes a sentence. */
final class Engine {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DockerClient docker;
    private final ExecutorService calls = Executors.newCachedThreadPool(daemons("docker-call"));

    private Engine(DockerClient docker) {
        this.docker = docker;
    }

    /**
     * Connects without Testcontainers' own start-up, which would wait for Ryuk's image (two minutes where it cannot be
     * pulled) and, inside a container, for yet another image.
     */
    static Engine connect(EngineAddress address) {
        try {
            TransportConfig transport = address instanceof EngineAddress.Foreign
                    ? DockerClientFactory.instance().getTransportConfig()
                    : TransportConfig.builder().dockerHost(address.uri()).build();
            return new Engine(DockerClientProviderStrategy.getClientForConfig(transport));
        } catch (RuntimeException e) {
            throw new ClusterException(
                    "Cannot connect to the Docker engine at " + address.uri() + " (" + e.getMessage()
                            + "). Start it, or use --runtime processes.",
                    e);
        }
    }

    /**
     * The answer to one question.
     *
     * @param doing what the question is for, as in "while starting zk1"
     * @throws DockerException what the engine itself answered: not found, conflict, …
     * @throws ClusterException if the engine does not answer
     */
    <T> T ask(String doing, Function<DockerClient, T> question) {
        return ask(doing, PATIENCE, question);
    }

    <T> T ask(String doing, Duration patience, Function<DockerClient, T> question) {
        Future<T> answer = calls.submit(() -> question.apply(docker));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw gone("has not answered for " + patience.toSeconds() + " s", doing, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ClusterException("Interrupted while " + doing + ".", e);
        } catch (ExecutionException e) {
            throw said(Cause.of(e), doing);
        }
    }

    private static RuntimeException said(Throwable cause, String doing) {
        if (cause instanceof DockerException
                || cause instanceof DockerClientException
                || cause instanceof ClusterException) {
            return (RuntimeException) cause;
        }
        return gone("does not answer (" + rootMessage(cause) + ")", doing, cause);
    }

    private static ClusterException gone(String how, String doing, Throwable cause) {
        return new ClusterException(
                "The Docker engine " + how + " while " + doing
                        + ". Start it again, then begin the lab anew; or use --runtime processes.",
                cause);
    }

    private static String rootMessage(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
