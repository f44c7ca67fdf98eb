package quorumbook.labs.zookeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.zookeeper.KeeperException;
import quorumbook.labs.Bench;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Recorder;

/** All copies of a trial together: whose znode is whose, who holds, who has left something behind. */
final class LockCopies implements AutoCloseable {
    private final String lock;
    private final LockQueue queue;
    private final Recorder recorder;
    private final List<LockCopy> copies = new ArrayList<>();

    LockCopies(int number, String lock, LockQueue queue, Bench bench) {
        this.lock = lock;
        this.queue = queue;
        this.recorder = bench.journal();
        for (int each = 1; each <= number; each++) {
            copies.add(new LockCopy(each, lock, bench.cluster(), recorder, this::register));
        }
    }

    LockCopy copy(int number) {
        return copies.get(number - 1);
    }

    /** Whoever reports, or is waited for, may have a new znode: notes it once, before anything is noted of that copy. */
    boolean register(LockCopy copy) {
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
        recorder.note(at -> new Event.Noted(at, LockJudge.znodeOf(copy.name()), kind + " " + place.name()));
        LockJudge.place(place.name())
                .ifPresent(number -> recorder.note(at -> new Event.Queued(at, copy.name(), lock, number)));
    }

    /** A copy whose call has ended and whose znode stays: whoever waits for it waits for ever. */
    Optional<String> leftBehind() throws KeeperException, InterruptedException {
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
    boolean early() {
        return copies.stream().filter(LockCopy::holds).count() > 1;
    }

    boolean anotherAcquired(LockCopy expected) {
        int at = copies.indexOf(expected);
        return copies.subList(at + 1, copies.size()).stream().anyMatch(copy -> copy.has(LockCopy.ACQUIRED));
    }

    @Override
    public void close() {
        copies.forEach(LockCopy::close);
    }
}
