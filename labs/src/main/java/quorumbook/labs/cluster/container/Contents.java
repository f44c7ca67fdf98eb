package quorumbook.labs.cluster.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What can be read out of a container, whether or not it runs. */
record Contents(Engine engine, String container, String called) {
    private static final int LOG_SECONDS = 10;

    /** A file by its absolute path; empty if there is none. */
    Optional<byte[]> file(String path) {
        try {
            return engine.ask("reading a file of " + called, docker -> {
                try (InputStream archive =
                        docker.copyArchiveFromContainerCmd(container, path).exec()) {
                    return Tar.onlyFile(archive);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** The last lines of what it wrote to its standard streams. */
    List<String> log(int lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return engine.ask("reading the server log of " + called, docker -> {
            try (ResultCallback.Adapter<Frame> frames = new Collected(bytes)) {
                docker.logContainerCmd(container)
                        .withStdOut(true)
                        .withStdErr(true)
                        .withTail(lines)
                        .exec(frames)
                        .awaitCompletion(LOG_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toString(UTF_8).lines().toList();
        });
    }

    private static final class Collected extends ResultCallback.Adapter<Frame> {
        private final ByteArrayOutputStream bytes;

        Collected(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void onNext(Frame frame) {
            bytes.writeBytes(frame.getPayload());
        }
    }
}
