package quorumbook.repl.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import quorumbook.repl.engine.Preload.Preloaded;
import quorumbook.repl.jvm.JvmEnded;

/**
 * Puts into a shell what {@link Preload} lists, each when a source first needs it, and connects it to the cluster that is
 * wanted. For whoever may use the shell, but for {@link #want}.
 */
final class Preparation {
    private final LearnerJvm jvm;
    private final Shell session;
    private final Supplier<Optional<Run>> current;
    private final Runnable reconnected;
    private final List<Preloaded> opened = new ArrayList<>();
    private Connections applied = Connections.none();
    private boolean imported;
    private boolean givenIsThere;
    private boolean reportIsThere;
    private boolean addressesAreThere;

    private volatile Connections connections = Connections.none();

    /**
     * @param current what is being evaluated
     * @param reconnected is run whenever what was compiled before belongs to another cluster
     */
    Preparation(LearnerJvm jvm, Shell session, Supplier<Optional<Run>> current, Runnable reconnected) {
        this.jvm = jvm;
        this.session = session;
        this.current = current;
        this.reconnected = reconnected;
    }

    /** From the next source on, what is there belongs to this cluster. From any thread; does not wait. */
    void want(Connections cluster) {
        connections = cluster;
    }

    /** Whether that variable has its value. */
    boolean hasOpened(Preloaded variable) {
        return opened.contains(variable);
    }

    /** The variables that a source mentions and that are not replaced by the learner's. */
    List<Preloaded> mentionedIn(String source) {
        return Preload.variables(applied).stream()
                .filter(each -> each.isMentionedIn(source) && session.hasPreloaded(each.name()))
                .toList();
    }

    /** Makes true what was asked for, and gives what the source mentions its value. */
    Optional<Result> prepare(String source) {
        declare(source);
        for (Preloaded variable : Preload.variables(applied)) {
            if (!opened.contains(variable) && variable.isMentionedIn(source) && session.hasPreloaded(variable.name())) {
                Optional<Result> failed = session.preloadEachTime(variable.opening());
                if (failed.isPresent() || current.get().filter(Run::wasCut).isPresent()) {
                    return failed.or(() -> Optional.of(new Result.Done(source)));
                }
                opened.add(variable);
            }
        }
        return Optional.empty();
    }

    /** Declares what the source may mention, and gives none of it a value. */
    void declare(String source) {
        if (!imported) {
            imported = true;
            preload(Preload.IMPORTS);
        }
        Connections wanted = connections;
        if (!givenIsThere && (!wanted.given().isEmpty() || source.contains("given"))) {
            givenIsThere = true;
            preload(Preload.GIVEN);
        }
        if (!addressesAreThere && (source.contains("connectString") || source.contains("bootstrapServers"))) {
            addressesAreThere = true;
            preload(Preload.ADDRESSES);
        }
        if (!reportIsThere && source.contains("report")) {
            reportIsThere = true;
            preload(Preload.REPORT);
        }
        if (!wanted.equals(applied)) {
            apply(wanted);
        }
    }

    private void apply(Connections wanted) {
        opened.clear();
        reconnected.run();
        try {
            jvm.connect(wanted);
        } catch (JvmEnded e) {
            // The next JVM is told as well.
            current.get().ifPresent(run -> run.jvmEnded(e.ending()));
        }
        if (wanted.hasZooKeeper() && !applied.hasZooKeeper()) {
            preload(Preload.ZOOKEEPER_IMPORTS);
            preload(List.of(Preload.ZK.declaration()));
        } else if (!wanted.hasZooKeeper()) {
            session.drop(Preload.ZK.name());
        }
        if (wanted.hasKafka() && !applied.hasKafka()) {
            preload(Preload.KAFKA_IMPORTS);
            preload(List.of(Preload.ADMIN.declaration()));
            preload(Preload.KAFKA_METHODS);
        } else if (!wanted.hasKafka()) {
            session.drop(Preload.ADMIN.name());
        }
        applied = wanted;
    }

    private void preload(List<String> sources) {
        for (String source : sources) {
            session.preload(source).ifPresent(result -> {
                if (current.get().flatMap(Run::asked).isEmpty()
                        && current.get().filter(Run::wasCut).isEmpty()) {
                    throw new IllegalStateException(source + " was not taken: " + result.shown());
                }
            });
        }
    }
}
