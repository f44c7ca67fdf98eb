package quorumbook.repl.engine;

import java.util.ArrayList;
import java.util.List;

/** The commands by which a snippet would have been run: those that define its classes, those that run it. */
record Capture(List<byte[]> loads, List<byte[]> invocations) {
    static Capture empty() {
        return new Capture(new ArrayList<>(), new ArrayList<>());
    }
}
