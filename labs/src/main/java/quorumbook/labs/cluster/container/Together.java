package quorumbook.labs.cluster.container;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import quorumbook.labs.await.Cause;
import quorumbook.labs.cluster.ClusterException;

/** Does the same to several things at once and returns when all are done, whatever becomes of each. */
final class Together {
    private Together() {}

    /**
     * The results in the order of the things.
     *
     * @throws RuntimeException the first failure, after all have ended
     */
    static <T, R> List<R> map(List<T> things, Function<T, R> work) {
        if (things.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(things.size(), Engine.daemons("containers"));
        try {
            List<Future<R>> begun = new ArrayList<>();
            things.forEach(thing -> begun.add(threads.submit(() -> work.apply(thing))));
            return results(begun);
        } finally {
            threads.shutdown();
        }
    }

    private static <R> List<R> results(List<Future<R>> begun) {
        List<R> results = new ArrayList<>();
        RuntimeException failure = null;
        for (Future<R> work : begun) {
            try {
                results.add(work.get());
            } catch (ExecutionException e) {
                failure = failure == null ? asRuntime(Cause.of(e)) : failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClusterException("Interrupted while containers were at work.", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    private static RuntimeException asRuntime(Throwable cause) {
        return cause instanceof RuntimeException failure
                ? failure
                : new ClusterException(String.valueOf(cause.getMessage()), cause);
    }
}
