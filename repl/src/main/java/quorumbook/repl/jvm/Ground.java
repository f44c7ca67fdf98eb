package quorumbook.repl.jvm;

import java.io.IOException;
import quorumbook.labs.cell.Cell;
import quorumbook.labs.cell.Limit;

/** Where JVMs of ours are started: as processes of this user, or in cells where a stranger's code does no harm. */
public interface Ground {
    /** As processes, whose code is trusted as the user is. */
    Ground PROCESSES = new Ground() {
        @Override
        public Cell start(Launch launch) throws IOException {
            return ProcessCell.start(launch.command());
        }

        @Override
        public Bounds bounds() {
            return Bounds.NONE;
        }

        @Override
        public void noted(Limit limit) {
            // Nobody is judged by it.
        }

        @Override
        public void failed(String words) {
            // Whoever waits for that JVM is told.
        }
    };

    Cell start(Launch launch) throws IOException;

    /** What is still taken from a JVM there. */
    Bounds bounds();

    /** Is told what a JVM there was ended for. */
    void noted(Limit limit);

    /** Is told that a JVM did not start there, which is nobody's fault who would run in it. */
    void failed(String words);
}
