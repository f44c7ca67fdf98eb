package quorumbook.repl.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import quorumbook.repl.jvm.ChildJvm;
import quorumbook.repl.jvm.Launch;

/** A JVM that is forked and knows nothing yet. */
record WarmJvm(ChildJvm jvm, Overheard overheard) {
    static WarmJvm fork(Launch launch) {
        Overheard overheard = new Overheard();
        try {
            return new WarmJvm(ChildJvm.start(launch, overheard), overheard);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a JVM for the learner's program: " + e.getMessage(), e);
        }
    }
}
