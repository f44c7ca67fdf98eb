package quorumbook.labs.zookeeper;

import static quorumbook.labs.fault.Faults.during;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.zookeeper.KeeperException;
import quorumbook.labs.Bench;
import quorumbook.labs.Floor;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.fault.Fault;
import quorumbook.labs.fault.RequestKind;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Recorder;
import quorumbook.labs.program.NotRunnableException;

/**
 * What happens to five copies in a trial. They come one after the other, so that their order is known; each that acquires
 * stands still until the story lets it go on. The story ends early where a copy does what none may do: the judges say so.
 */
final class LockStory implements AutoCloseable {
    static final int COPIES = 5;
    /** Generous: whoever needs longer for a few round trips is not going to come. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration SETTLING = Duration.ofSeconds(10);
    /** A client sleeps up to a second before it says that it looks for a server. */
    private static final Duration NOTICING = Duration.ofMillis(2500);

    /** In which a copy that was told that its session is lost goes on with its work, if it does. */
    private static final Duration TEMPTATION = Duration.ofSeconds(3);

    static final Floor FLOOR = Floor.none()
            .and("in which a cut-off client notices", NOTICING)
            .and("in which one that lost its session may go on", TEMPTATION)
            .and(Pause.WORDS, Pause.ON_AVERAGE.multipliedBy(2));

    private final String lock;
    private final Bench bench;
    private final Cluster cluster;
    private final Recorder recorder;
    private final LockQueue queue;
    private final List<LockCopy> copies = new ArrayList<>();
    /** Whether nobody had set a watch in all the time that there was for it: who asks again and again sets none. */
    private boolean polls;

    private LockStory(String lock, Bench bench, LockQueue queue) {
        this.lock = lock;
        this.bench = bench;
        this.cluster = bench.cluster();
        this.recorder = bench.journal();
        this.queue = queue;
    }

    /** @param lock an empty znode */
    static LockStory about(String lock, Bench bench) throws InterruptedException {
        LockStory story = new LockStory(lock, bench, LockQueue.of(lock, bench));
        for (int number = 1; number <= COPIES; number++) {
            story.copies.add(new LockCopy(number, lock, bench.cluster(), bench.journal(), story::register));
        }
        return story;
    }

    void tell() throws Exception {
        note(LockJudge.TRIAL, lock);
        bench.programs().expect(COPIES);
        boolean whole = queueForms() && firstWaiterDies() && holderReleases() && holderDies() && holderIsCutOff();
        note(LockJudge.ENDED, whole ? LockJudge.WHOLE : "early");
    }

    private boolean queueForms() throws Exception {
        return joins(copy(1))
                && acquires(copy(1), "it is alone in the queue")
                && joins(copy(2))
                && joins(copy(3))
                && joinsUnheard(copy(4))
                && joins(copy(5))
                && settles(copy(2), copy(3), copy(4), copy(5));
    }

    /** Starts a copy, and waits for its znode. */
    private boolean joins(LockCopy copy) throws KeeperException, InterruptedException {
        try {
            copy.start(bench.programs());
        } catch (NotRunnableException e) {
            note(LockJudge.NOT_RUNNABLE, String.valueOf(e.getMessage()));
            return false;
        }
        Eventually.holds(PATIENCE, () -> register(copy) || hasActed(copy));
        if (!register(copy)) {
            note(
                    LockJudge.notQueued(copy.name()),
                    copy.end()
                            .map(end -> "it " + end)
                            .orElse(
                                    copy.has(LockCopy.ACQUIRED)
                                            ? "it acquired"
                                            : "nothing for " + PATIENCE.toSeconds() + " s"));
            return false;
        }
        return copy.queuesWell() && !early();
    }

    private static boolean hasActed(LockCopy copy) {
        return copy.end().isPresent() || copy.has(LockCopy.ACQUIRED);
    }

    /** The create reaches the server; its answer does not come back. */
    private boolean joinsUnheard(LockCopy copy) throws Exception {
        boolean joined = during(new Fault.LostReply(copy.link(), RequestKind.CREATE), cluster, recorder, () -> {
            boolean seen = joins(copy);
            // No watch within that time is nothing that ends a trial: it is judged when a znode goes.
            Eventually.holds(SETTLING, () -> !seen || hasActed(copy) || watches(copy) || allWait(3));
            return seen;
        });
        if (copy.isQueued()) {
            List<String> own = queue.places().stream()
                    .filter(place -> place.session() == copy.session())
                    .map(LockQueue.Place::name)
                    .toList();
            note(LockJudge.AFTER_LOST_REPLY, String.join(" ", own));
            copy.end().ifPresent(end -> note(LockJudge.ENDED_UNHEARD, end));
            return joined && own.size() == 1 && copy.end().isEmpty();
        }
        return false;
    }

    private boolean watches(LockCopy copy) {
        return !queue.watching().watchedBy(copy.session()).isEmpty();
    }

    /** So many watches are there, on whatever: then whoever waits has set its own. */
    private boolean allWait(int waiting) {
        return queue.watching().all() >= waiting;
    }

    /** Waits until each that waits has a watch, or as long as can be waited for that; notes who watches what. */
    private boolean settles(LockCopy... waiting) throws InterruptedException {
        Eventually.holds(
                SETTLING,
                () -> polls || List.of(waiting).stream().allMatch(this::watches) || allWait(waiting.length) || early());
        LockQueue.Watching seen = queue.watching();
        polls = seen.all() == 0;
        for (LockCopy copy : waiting) {
            String watched = String.join(" ", seen.watchedBy(copy.session()));
            note(LockJudge.watchedBy(copy.name()), watched);
        }
        note(LockJudge.ON_CHILDREN, Long.toString(seen.onChildren()));
        return !early();
    }

    private boolean firstWaiterDies() throws Exception {
        return disappears(copy(2), () -> settles(copy(3), copy(4), copy(5)));
    }

    private boolean holderReleases() throws Exception {
        LockQueue.Told before = queue.told();
        copy(1).goOn();
        if (!acquires(copy(3), copy(1).name() + " released")) {
            return false;
        }
        noteTold("the release of " + copy(1).name(), before);
        return settles(copy(4), copy(5));
    }

    private boolean holderDies() throws Exception {
        return disappears(copy(3), () -> acquires(copy(4), copy(3).name() + " died"));
    }

    /** Its process goes, and its session with it, as if the time-out had passed. */
    private boolean disappears(LockCopy copy, Callable<Boolean> then) throws Exception {
        LockQueue.Told before = queue.told();
        copy.kill();
        boolean good = during(expiry(copy), cluster, recorder, () -> awaitGone(copy) && then.call());
        noteTold("the end of " + copy.name(), before);
        return good;
    }

    private boolean holderIsCutOff() throws Exception {
        LockCopy holder = copy(4);
        LockCopy next = copy(5);
        boolean followed = during(new Fault.ClientsCut(holder.link()), cluster, recorder, () -> {
            holder.loses();
            boolean acquired = during(
                    expiry(holder),
                    cluster,
                    recorder,
                    () -> awaitGone(holder) && acquires(next, holder.name() + " lost its session"));
            // Its session ends at once here; in truth it would have had the whole time-out to notice that nobody
            // answers.
            Eventually.holds(NOTICING, () -> false);
            holder.goOn();
            Eventually.holds(TEMPTATION, () -> isDecided(holder));
            return acquired;
        });
        if (!followed) {
            return false;
        }
        Eventually.holds(SETTLING, () -> isDecided(holder));
        holder.end().ifPresent(end -> note(LockJudge.ENDED_CUT_OFF, end));
        next.goOn();
        Eventually.holds(PATIENCE, () -> next.end().isPresent());
        return true;
    }

    private static boolean isDecided(LockCopy holder) {
        return holder.has(LockCopy.USE) || holder.end().isPresent();
    }

    private Fault expiry(LockCopy copy) {
        return new Fault.SessionExpired(copy.name(), copy.session(), copy.password());
    }

    private boolean awaitGone(LockCopy copy) throws InterruptedException {
        if (!Eventually.holds(
                PATIENCE, () -> queue.places().stream().noneMatch(place -> place.session() == copy.session()))) {
            throw new ClusterException("The session of " + copy.name() + " ended, and yet its znode is there.");
        }
        return true;
    }

    /** Waits until that copy acquires, or another does, or it becomes clear that nobody will. */
    private boolean acquires(LockCopy next, String since) throws InterruptedException {
        Eventually.Sight<Optional<String>> waited = Eventually.look(
                PATIENCE,
                this::leftBehind,
                left -> left.isPresent() || next.has(LockCopy.ACQUIRED) || anotherAcquired(next));
        if (next.has(LockCopy.ACQUIRED)) {
            return !early();
        }
        if (!anotherAcquired(next)) {
            String why = waited.last()
                    .flatMap(left -> left)
                    .or(() -> next.end().map(end -> next.name() + " " + end))
                    .orElse("nobody acquired within " + PATIENCE.toSeconds() + " s");
            note(LockJudge.STUCK, next.name() + " to acquire when " + since + "; " + why);
        }
        return false;
    }

    /** A copy whose call has ended and whose znode stays: whoever waits for it waits for ever. */
    private Optional<String> leftBehind() throws KeeperException, InterruptedException {
        // In this order: a copy ends when its znode is gone.
        List<LockCopy> ended = copies.stream()
                .filter(copy -> copy.isQueued() && copy.end().isPresent())
                .toList();
        List<LockQueue.Place> places = ended.isEmpty() ? List.of() : queue.places();
        return ended.stream()
                .filter(copy -> places.stream().anyMatch(place -> place.session() == copy.session()))
                .map(copy -> copy.name() + " " + copy.end().orElseThrow() + " and left its znode in the queue")
                .findFirst();
    }

    /** Of two that hold, one came too early. */
    private boolean early() {
        return copies.stream().filter(LockCopy::holds).count() > 1;
    }

    private boolean anotherAcquired(LockCopy expected) {
        int at = copies.indexOf(expected);
        return copies.subList(at + 1, copies.size()).stream().anyMatch(copy -> copy.has(LockCopy.ACQUIRED));
    }

    /** Whoever reports, or is waited for, may have a new znode: notes it once, before anything is noted of that copy. */
    private boolean register(LockCopy copy) {
        synchronized (copies) {
            if (copy.isQueued()) {
                return true;
            }
            try {
                Optional<LockQueue.Place> own = queue.places().stream()
                        .filter(place -> copies.stream().noneMatch(other -> other.owns(place)))
                        .findFirst();
                own.ifPresent(place -> noteQueued(copy, place));
                return own.isPresent();
            } catch (KeeperException e) {
                throw new ClusterException("The queue at " + lock + " could not be read: " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClusterException("Interrupted while the queue at " + lock + " was read.", e);
            }
        }
    }

    private void noteQueued(LockCopy copy, LockQueue.Place place) {
        copy.queued(place);
        String kind = place.session() == 0 ? LockJudge.PERSISTENT : LockJudge.EPHEMERAL;
        note(LockJudge.znodeOf(copy.name()), kind + " " + place.name());
        LockJudge.place(place.name())
                .ifPresent(number -> recorder.note(at -> new Event.Queued(at, copy.name(), lock, number)));
    }

    private void noteTold(String of, LockQueue.Told before) {
        LockQueue.Told told = queue.told().since(before);
        note(LockJudge.TOLD_OF + of, told.deleted() + " " + told.children());
    }

    private void note(String name, String value) {
        recorder.note(at -> new Event.Noted(at, name, value));
    }

    private LockCopy copy(int number) {
        return copies.get(number - 1);
    }

    @Override
    public void close() {
        copies.forEach(LockCopy::close);
    }
}
