package quorumbook.labs.cluster.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our end of a cell's standard streams, there before the cell is. What nobody reads waits in the engine, and so in the program. */
final class CellStreams {
    private static final Logger LOG = LoggerFactory.getLogger(CellStreams.class);

    private final BytePipe in = new BytePipe();
    private final BytePipe out = new BytePipe();
    private final BytePipe err = new BytePipe();

    InputStream output() {
        return out.output();
    }

    InputStream errors() {
        return err.output();
    }

    /** @param closed is run when it has been closed */
    OutputStream input(Runnable closed) {
        return new FilterOutputStream(in.input()) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                out.close();
                closed.run();
            }
        };
    }

    /** A sentence of ours, where the JVM's own would stand. */
    void say(String sentence) {
        try {
            err.input().write((sentence + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            LOG.info("nobody hears that {}", sentence, e);
        }
    }

    /** The cell has ended: what it has said is still read, and it reads nothing more. */
    void end() {
        in.breakOff();
        endOutput();
    }

    /** What it has said is still read. */
    void endOutput() {
        out.end();
        err.end();
    }

    /** Nothing more goes either way: unread it would hold up the engine, which waits for it to be taken. */
    void breakOff() {
        in.breakOff();
        out.breakOff();
        err.breakOff();
    }

    /** The connection of these streams to one container, as the client wants it. */
    final class Attached extends ResultCallback.Adapter<Frame> {
        private volatile boolean spoken;

        InputStream standardInput() {
            return in.output();
        }

        boolean hasSpoken() {
            return spoken;
        }

        @Override
        public void onNext(Frame frame) {
            spoken = true;
            try {
                (frame.getStreamType() == StreamType.STDERR ? err : out).input().write(frame.getPayload());
            } catch (IOException e) {
                // Whoever read it has left.
                LOG.debug("unheard words of a cell", e);
            }
        }

        void detach() {
            try {
                close();
            } catch (IOException e) {
                LOG.info("a cell was not let go of", e);
            }
        }
    }
}
