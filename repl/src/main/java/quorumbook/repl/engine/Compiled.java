package quorumbook.repl.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.labs.program.NotRunnableException;
import quorumbook.repl.engine.Preload.Preloaded;

/**
 * A call of the learner's program as another JVM is told of it, after the addresses.
 *
 * @param definitions define all classes; none of the learner's code runs
 * @param openings open {@code zk} and the like, then give variables their first values
 * @param invocations make the call
 */
record Compiled(List<byte[]> definitions, List<byte[]> openings, List<byte[]> invocations) {
    Compiled {
        definitions = List.copyOf(definitions);
        openings = List.copyOf(openings);
        invocations = List.copyOf(invocations);
    }

    static Compiled of(Shell session, List<byte[]> defined, List<Preloaded> mentioned, String call)
            throws NotRunnableException {
        Capture called = session.capture(call);
        Optional<String> unfinished = session.unfinished(call);
        if (unfinished.isPresent()) {
            throw new NotRunnableException(unfinished.get());
        }
        List<byte[]> definitions = new ArrayList<>(defined);
        List<byte[]> openings = new ArrayList<>();
        for (Preloaded each : mentioned) {
            Capture opening = session.capture(each.opening());
            definitions.addAll(opening.loads());
            openings.addAll(opening.invocations());
        }
        openings.addAll(session.initializers());
        definitions.addAll(called.loads());
        return new Compiled(definitions, openings, called.invocations());
    }
}
