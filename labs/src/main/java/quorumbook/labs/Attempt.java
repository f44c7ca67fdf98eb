package quorumbook.labs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.fault.Demands;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.SteadyClock;

/** One learner, one lab, one seed, one cluster: from the prepared beginning to as many verdicts as are asked for. */
public final class Attempt implements AutoCloseable {
    private final Lab lab;
    private final Bench bench;

    private Attempt(Lab lab, Bench bench) {
        this.lab = lab;
        this.bench = bench;
    }

    /**
     * Prepares the lab's beginning on a clean, ready cluster of the lab's shape.
     *
     * @throws ClusterException if what the lab demands cannot be done to this cluster
     */
    public static Attempt begin(Lab lab, Cluster cluster, long seed) throws Exception {
        return begin(lab, new Bench(cluster, lab.given(seed), SteadyClock.start()));
    }

    /** The same on the cluster of an attempt that is over, after that was proved clean; its clients go on working for us. */
    public static Attempt begin(Lab lab, Attempt before, long seed) throws Exception {
        Bench bench = before.bench.next(lab.given(seed), SteadyClock.start());
        before.close();
        return begin(lab, bench);
    }

    private static Attempt begin(Lab lab, Bench bench) throws Exception {
        Cluster cluster = bench.cluster();
        Optional<String> refusal = Demands.refusal(lab.demands(), cluster.runtime(), cluster.capabilities());
        if (refusal.isPresent()) {
            bench.close();
            throw new ClusterException(refusal.get());
        }
        try {
            lab.prepare(bench);
            return new Attempt(lab, bench);
        } catch (Exception e) {
            bench.close();
            throw e;
        }
    }

    public Lab lab() {
        return lab;
    }

    public Given given() {
        return bench.given();
    }

    /** Our side of the attempt: our clients, and all that was noted. */
    public Bench bench() {
        return bench;
    }

    public Cluster cluster() {
        return bench.cluster();
    }

    public History history() {
        return bench.history();
    }

    /** Says that a session with that id is the learner's. */
    public void learnerSession(long session) {
        boolean known =
                bench.history().all(Event.SessionOpened.class).stream().anyMatch(opened -> opened.session() == session);
        if (!known) {
            bench.note(new Event.SessionOpened(bench.clock().instant(), session));
        }
    }

    public void done(Proof proof) {
        bench.note(new Event.Done(proof.at(), proof));
    }

    /**
     * Seals the answer to a question of the lab's; {@code $name} in it stands for a given value.
     *
     * @throws IllegalArgumentException if the lab asks no such question; the message lists those it asks
     */
    public void predict(String question, String answer) throws Exception {
        if (!lab.questions().containsKey(question)) {
            throw new IllegalArgumentException("This exercise asks no question '" + question + "'; it asks "
                    + String.join(", ", lab.questions().keySet()) + ".");
        }
        Map<String, String> situation = lab.situation(bench, question);
        bench.note(new Event.Predicted(
                bench.clock().instant(), question, given().fill(answer).strip(), situation));
    }

    /** Looks and judges. Whatever goes wrong on our side makes verdicts unknown, never a fail and never a pass. */
    public Report check() throws InterruptedException {
        try {
            return Report.of(lab, lab.trial(bench));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            Verdict verdict = Verdict.unknown(why, "see /cluster, then /check again");
            List<Report.Judged> judged = lab.checks().stream()
                    .map(check -> new Report.Judged(check, verdict))
                    .toList();
            return new Report(lab.id(), given().seed(), judged, bench.history());
        }
    }

    /**
     * Takes away the work that was done outside the cluster: for a submission, which lies elsewhere.
     *
     * @throws ClusterException if something is left of it
     */
    public void clear() {
        try {
            lab.clear(bench);
        } catch (IOException e) {
            throw new ClusterException("Cannot clear what " + lab.id() + " has left: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        bench.close();
    }
}
