package quorumbook.answers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quorumbook.answers.Submissions.Submission;
import quorumbook.labs.Lab;
import quorumbook.labs.cluster.Availability;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.labs.cluster.RuntimeChoice;
import quorumbook.repl.command.Verdicts;
import quorumbook.repl.desk.Places;
import quorumbook.repl.desk.Program;
import quorumbook.repl.grade.Examined;

/**
 * One runtime in which several exercises are proved side by side, each at a bench with a cluster of its own: much of a proof is
 * waiting for elections and sessions. {@code -Dbenches=1} proves one after the other; usually there are as many as leave
 * two processors to each, since there are two runtimes.
 */
final class ProofHall implements AutoCloseable {
    private static final int BENCHES =
            Integer.getInteger("benches", Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    /** What a submission takes beside the waiting that its exercise demands; only to begin with what lasts longest. */
    private static final long USUAL_MILLIS = 2_000;
    /** Installed servers stand at ports that come from the seed, so all runtimes want the same. */
    private static final Semaphore ONE_BY_HAND = new Semaphore(1);

    private final String runtime;
    private final Program program;
    private final ConcurrentLinkedDeque<List<Task>> exercises;
    private final List<Thread> benches = new ArrayList<>();

    /** Begins at once; each task is completed when its turn has come, an exercise's in the order given. */
    ProofHall(Backend backend, List<Task> tasks) {
        runtime = backend.name();
        program = Program.begin(Places.ofThisUser(), RuntimeChoice.of(runtime));
        exercises = new ConcurrentLinkedDeque<>(longestFirst(tasks));
        for (int bench = 1; bench <= Math.min(BENCHES, exercises.size()); bench++) {
            // The longest are Kafka's, which want much of the machine: beside them go the shortest.
            Supplier<@Nullable List<Task>> next = bench % 2 == 1 ? exercises::pollFirst : exercises::pollLast;
            Thread thread = new Thread(() -> work(next), "proof-" + runtime + "-" + bench);
            thread.setDaemon(true);
            benches.add(thread);
            thread.start();
        }
    }

    /** One submission to be judged with the values of a seed. */
    record Task(Lab lab, Submission submission, long seed, CompletableFuture<Judged> judged) {
        static Task of(Lab lab, Submission submission, long seed) {
            return new Task(lab, submission, seed, new CompletableFuture<>());
        }

        /**
         * Waits until it is judged.
         *
         * @throws RuntimeException whatever kept it from being judged
         */
        Judged await() throws InterruptedException {
            try {
                return judged.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e.getCause());
            }
        }
    }

    /** @param took with its way to a clean cluster */
    record Judged(ProofBench.Tried tried, Duration took) {
        Examined examined() {
            return tried.examined();
        }

        String outcome() {
            return examined().report().outcome().name().toLowerCase(Locale.ROOT)
                    + (tried.unknown().isPresent() ? ", at the second try" : "");
        }

        /** What its author sees of the verdict. */
        String page() {
            return Verdicts.page(examined().report()).plainText();
        }

        /** All that helps to understand a verdict that is not as due. */
        String told() {
            return "seed " + examined().report().seed() + "\n" + examined().transcript() + "\n" + page();
        }
    }

    String runtime() {
        return runtime;
    }

    /** Why the runtime cannot be used here, if it cannot. */
    static Optional<String> missing(Backend backend) {
        return backend.availability() instanceof Availability.Unavailable no
                ? Optional.of(no.why() + " " + no.remedy())
                : Optional.empty();
    }

    /** Whether {@code QUORUMBOOK_REQUIRE} lists the runtime: then its absence fails instead of skipping. */
    static boolean isRequired(Backend backend) {
        String required =
                Optional.ofNullable(System.getenv("QUORUMBOOK_REQUIRE")).orElse("");
        return Arrays.asList(required.split(",")).contains(backend.name());
    }

    private static List<List<Task>> longestFirst(List<Task> tasks) {
        Map<Lab, List<Task>> byExercise = new LinkedHashMap<>();
        tasks.forEach(task -> byExercise
                .computeIfAbsent(task.lab(), unused -> new ArrayList<>())
                .add(task));
        return byExercise.values().stream()
                .sorted(Comparator.comparing(ProofHall::millis).reversed())
                .toList();
    }

    private static long millis(List<Task> exercise) {
        return exercise.size()
                * (USUAL_MILLIS + exercise.get(0).lab().floor().total().toMillis());
    }

    private void work(Supplier<@Nullable List<Task>> next) {
        try (ProofBench bench = new ProofBench(program)) {
            List<Task> tasks = next.get();
            while (tasks != null) {
                if (tasks.get(0).lab().cluster() instanceof HandInstalled) {
                    byHand(bench, tasks);
                } else {
                    judge(bench, tasks);
                }
                tasks = next.get();
            }
        }
    }

    private static void byHand(ProofBench bench, List<Task> tasks) {
        ONE_BY_HAND.acquireUninterruptibly();
        try {
            judge(bench, tasks);
            bench.close();
        } finally {
            ONE_BY_HAND.release();
        }
    }

    private static void judge(ProofBench bench, List<Task> tasks) {
        for (Task task : tasks) {
            long begun = System.nanoTime();
            try {
                ProofBench.Tried tried = bench.examine(task.lab(), task.submission(), task.seed());
                task.judged().complete(new Judged(tried, Duration.ofNanos(System.nanoTime() - begun)));
            } catch (InterruptedException e) {
                // The hall is being closed: those that follow end here as well.
                Thread.currentThread().interrupt();
                task.judged().completeExceptionally(e);
            } catch (RuntimeException | Error e) {
                task.judged().completeExceptionally(e);
            }
        }
    }

    /** Ends all servers; what is not judged by then never is. */
    @Override
    public void close() {
        exercises.clear();
        benches.forEach(Thread::interrupt);
        program.close();
    }
}
