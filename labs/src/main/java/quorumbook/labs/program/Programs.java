package quorumbook.labs.program;

import java.time.Duration;
import java.util.function.Consumer;

/** Runs what the learner has defined, in as many JVMs as the lab wants. Each start has all definitions made so far. */
public interface Programs {
    /** Where nobody has lent any. */
    Programs NONE = (client, reach, call, sink) -> {
        throw new NotRunnableException("nobody runs the learner's programs here");
    };

    /**
     * Starts a copy of the learner's program. It is given {@code zk}, {@code admin} and the rest as at the prompt, but
     * connected to {@code reach}. Returns as soon as it runs.
     *
     * @param client what this copy is called in the history: {@code "worker 1"}
     * @param call a Java expression or statement in the learner's definitions: {@code increment("/counter")}
     * @param sink is told what the copy reports, one report at a time; the copy goes on when it returns, so that whoever
     *     sinks a report decides how long the program stands still there
     * @throws NotRunnableException if the learner has defined nothing that could be called so: the learner's business
     * @throws quorumbook.labs.cluster.ClusterException if it cannot be started for a reason of ours
     */
    Program start(String client, Reach reach, String call, Consumer<Report> sink)
            throws NotRunnableException, InterruptedException;

    /** The processor time that all copies which run now have used so far; nothing where that is not known. */
    default Duration cpu() {
        return Duration.ZERO;
    }

    /** Says that so many copies will soon be wanted at once, so that their JVMs can be started meanwhile. */
    default void expect(int copies) {}
}
