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
import quorumbook.labs.Patience;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.fault.Fault;
import quorumbook.labs.fault.RequestKind;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Recorder;
import quorumbook.labs.history.Waited;
import quorumbook.labs.program.NotRunnableException;

/**
 * What happens to five copies in a trial. They come one after the other, so that their order is known; each that acquires
 * stands still until the story lets it go on. What each meets with is drawn. The story ends early where a copy does what
 * none may do: the judges say so.
 */
final class LockStory implements AutoCloseable {
    static final int COPIES = 5;
    /** Generous: whoever needs longer for a few round trips is not going to come. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration SETTLING = Duration.ofSeconds(10);
    /** Of a client that calls again; whoever has closed it calls no more. */
    private static final Duration NOTICING = Pause.AT_MOST.plusMillis(500);

    /** In which a copy that was told that its session is lost goes on with its work, if it does. */
    private static final Duration TEMPTATION = Duration.ofSeconds(3);

    /** A client calls again after the lost reply; the one that is cut off has to do so before it knows that it is. */
    static final Floor FLOOR =
            Floor.none().and(Pause.WORDS, Pause.ON_AVERAGE.multipliedBy(2)).and(Floor.Step.PROGRAM, COPIES);

    private final String lock;
    private final Bench bench;
    private final Cluster cluster;
    private final Recorder recorder;
    private final LockQueue queue;
    private final LockCopies copies;
    private final LockRoles roles;
    /** Who waits for the lock, in the order of the queue. */
    private final List<LockCopy> waiting = new ArrayList<>();
    /** Whether nobody had set a watch in all the time that there was for it: who asks again and again sets none. */
    private boolean polls;
    /** The wait for watches, if somebody that waits has set none in that time. */
    private Optional<Waited> unwatched = Optional.empty();

    private LockStory(String lock, Bench bench, LockQueue queue, LockCopies copies, LockRoles roles) {
        this.lock = lock;
        this.bench = bench;
        this.cluster = bench.cluster();
        this.recorder = bench.journal();
        this.queue = queue;
        this.copies = copies;
        this.roles = roles;
    }

    /** @param lock an empty znode, with a number by which trials of one attempt differ */
    static LockStory about(String lock, Bench bench) throws InterruptedException {
        LockQueue queue = LockQueue.of(lock, bench);
        long seed = bench.given().seed() + LockJudge.place(lock).orElse(0);
        return new LockStory(lock, bench, queue, new LockCopies(COPIES, lock, queue, bench), LockRoles.draw(seed));
    }

    void tell() throws Exception {
        note(LockJudge.TRIAL, lock);
        note(LockJudge.UNHEARD, copy(roles.unheard()).name());
        note(LockJudge.CUT_OFF, copy(roles.cutOff()).name());
        bench.programs().expect(COPIES);
        boolean whole = queueForms() && aWaiterDies() && holdersFollow() && restEnds();
        note(LockJudge.ENDED, whole ? LockJudge.WHOLE : "early");
    }

    private boolean queueForms() throws Exception {
        boolean well = joins(copy(1)) && acquires(copy(1), "it is alone in the queue");
        for (int number = 2; well && number <= COPIES; number++) {
            waiting.add(copy(number));
            well = number == roles.unheard() ? joinsUnheard(copy(number)) : joins(copy(number));
        }
        return well && settles();
    }

    /** Starts a copy, and waits for its znode. */
    private boolean joins(LockCopy copy) throws KeeperException, InterruptedException {
        try {
            copy.start(bench.programs());
        } catch (NotRunnableException e) {
            note(LockJudge.NOT_RUNNABLE, String.valueOf(e.getMessage()));
            return false;
        }
        Patience patience = bench.patience();
        patience.holds(PATIENCE, () -> copies.register(copy) || hasActed(copy));
        if (!copies.register(copy)) {
            Optional<String> did = copy.end()
                    .map(end -> "it " + end)
                    .or(() -> Optional.of("it acquired").filter(words -> copy.has(LockCopy.ACQUIRED)));
            note(LockJudge.notQueued(copy.name()), did, "nothing for " + PATIENCE.toSeconds() + " s", patience);
            return false;
        }
        return copy.queuesWell() && !copies.early();
    }

    private static boolean hasActed(LockCopy copy) {
        return copy.end().isPresent() || copy.has(LockCopy.ACQUIRED);
    }

    /** The create reaches the server; its answer does not come back. */
    private boolean joinsUnheard(LockCopy copy) throws Exception {
        boolean joined = during(new Fault.LostReply(copy.link(), RequestKind.CREATE, lock), cluster, recorder, () -> {
            boolean seen = joins(copy);
            // No watch within that time is nothing that ends a trial: it is judged when a znode goes.
            Eventually.holds(SETTLING, () -> !seen || hasActed(copy) || watches(copy) || allWait());
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

    /** There are as many watches, on whatever: then whoever waits has set its own. */
    private boolean allWait() {
        return queue.watching().all() >= waiting.size();
    }

    /** Waits until each that waits has a watch, or as long as can be waited for that; notes who watches what. */
    private boolean settles() throws InterruptedException {
        if (waiting.isEmpty()) {
            return !copies.early();
        }
        if (!polls) {
            Patience patience = bench.patience();
            boolean all = patience.holds(
                    SETTLING, () -> waiting.stream().allMatch(this::watches) || allWait() || copies.early());
            unwatched = all ? Optional.empty() : Optional.of(patience.waited());
        }
        LockQueue.Watching seen = queue.watching();
        polls = seen.all() == 0;
        for (LockCopy copy : waiting) {
            String watched = String.join(" ", seen.watchedBy(copy.session()));
            note(LockJudge.watchedBy(copy.name()), watched);
        }
        note(LockJudge.ON_CHILDREN, Long.toString(seen.onChildren()));
        return !copies.early();
    }

    private boolean aWaiterDies() throws Exception {
        LockCopy dying = copy(roles.diesWaiting());
        waiting.remove(dying);
        return disappears(dying, this::settles);
    }

    /** Until none waits. */
    private boolean holdersFollow() throws Exception {
        for (LockRoles.Holder each : roles.holders().subList(0, waiting.size())) {
            LockCopy holder = copy(each.copy());
            LockCopy next = waiting.remove(0);
            boolean follows = switch (each.fate()) {
                case RELEASES -> releases(holder, next);
                case DIES -> disappears(holder, () -> acquires(next, holder.name() + " died"));
                case IS_CUT_OFF -> isCutOff(holder, next);
            };
            if (!follows || !settles()) {
                return false;
            }
        }
        return true;
    }

    private boolean releases(LockCopy holder, LockCopy next) throws InterruptedException {
        LockQueue.Told before = queue.told();
        holder.goOn();
        if (!acquires(next, holder.name() + " released")) {
            return false;
        }
        noteTold("the release of " + holder.name(), before, unwatched);
        return true;
    }

    /** Its process goes, and its session with it, as if the time-out had passed. */
    private boolean disappears(LockCopy copy, Callable<Boolean> then) throws Exception {
        LockQueue.Told before = queue.told();
        // Of those who should be told of it, not of those who settle afterwards.
        Optional<Waited> unwatching = unwatched;
        copy.kill();
        boolean good = during(expiry(copy), cluster, recorder, () -> awaitGone(copy) && then.call());
        noteTold("the end of " + copy.name(), before, unwatching);
        return good;
    }

    private boolean isCutOff(LockCopy holder, LockCopy next) throws Exception {
        boolean followed = during(new Fault.ClientsCut(holder.link()), cluster, recorder, () -> {
            holder.loses();
            long refused = holder.link().refusals();
            boolean acquired = during(
                    expiry(holder),
                    cluster,
                    recorder,
                    () -> awaitGone(holder) && acquires(next, holder.name() + " lost its session"));
            // Its session ends at once here; in truth it would have had the whole time-out to notice that nobody
            // answers. Its client says so from when it has called in vain.
            Patience patience = bench.patience();
            patience.holds(NOTICING, () -> holder.link().refusals() > refused);
            note(LockJudge.TIME_TO_NOTICE, Optional.empty(), "over", patience);
            holder.goOn();
            Eventually.holds(TEMPTATION, () -> isDecided(holder));
            return acquired;
        });
        if (followed) {
            Eventually.holds(SETTLING, () -> isDecided(holder));
            holder.end().ifPresent(end -> note(LockJudge.ENDED_CUT_OFF, end));
        }
        return followed;
    }

    /** Lets the last one do its work; who has released ends then. */
    private boolean restEnds() throws InterruptedException {
        List<LockCopy> released = roles.holders().stream()
                .filter(holder -> holder.fate() == LockRoles.Fate.RELEASES)
                .map(holder -> copy(holder.copy()))
                .toList();
        released.get(released.size() - 1).goOn();
        Patience patience = bench.patience();
        patience.holds(
                PATIENCE, () -> released.stream().allMatch(copy -> copy.end().isPresent()));
        for (LockCopy copy : released) {
            note(LockJudge.endOf(copy.name()), copy.end(), "has not ended", patience);
        }
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
        Patience patience = bench.patience();
        Eventually.Sight<Optional<String>> waited = patience.look(
                PATIENCE,
                copies::leftBehind,
                left -> left.isPresent() || next.has(LockCopy.ACQUIRED) || copies.anotherAcquired(next));
        if (next.has(LockCopy.ACQUIRED)) {
            return !copies.early();
        }
        if (!copies.anotherAcquired(next)) {
            String expected = next.name() + " to acquire when " + since + "; ";
            Optional<String> why =
                    waited.last().flatMap(left -> left).or(() -> next.end().map(end -> next.name() + " " + end));
            String nobody = "nobody acquired within " + PATIENCE.toSeconds() + " s";
            note(LockJudge.STUCK, why.map(expected::concat), expected + nobody, patience);
        }
        return false;
    }

    private void noteTold(String of, LockQueue.Told before, Optional<Waited> unwatching) {
        LockQueue.Told told = queue.told().since(before);
        Optional<Waited> nobody = told.deleted() + told.children() == 0 ? unwatching : Optional.empty();
        recorder.note(
                at -> new Event.Noted(at, LockJudge.TOLD_OF + of, told.deleted() + " " + told.children(), nobody));
    }

    /** Notes what was done, or else that it was waited for in vain, as it was for one that lost its connection meanwhile. */
    private void note(String name, Optional<String> done, String nothing, Patience patience) {
        boolean did = done.filter(words -> !ConnectionErrors.isNamedIn(words)).isPresent();
        Optional<Waited> inVain = did ? Optional.empty() : Optional.of(patience.waited());
        recorder.note(at -> new Event.Noted(at, name, done.orElse(nothing), inVain));
    }

    private void note(String name, String value) {
        recorder.note(at -> new Event.Noted(at, name, value));
    }

    private LockCopy copy(int number) {
        return copies.copy(number);
    }

    @Override
    public void close() {
        copies.close();
    }
}
