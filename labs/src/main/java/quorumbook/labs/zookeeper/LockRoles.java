package quorumbook.labs.zookeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Who of the five copies meets with what, drawn for each trial: a program that has been told its place in the queue knows
 * nothing of what awaits it. Copies are numbered from 1, as they come.
 *
 * @param unheard who hears no answer to its create
 * @param diesWaiting who dies before it has the lock
 * @param holders the others, in the order in which they hold the lock
 */
record LockRoles(int unheard, int diesWaiting, List<Holder> holders) {
    LockRoles {
        holders = List.copyOf(holders);
    }

    /** What ends a holder's time. */
    enum Fate {
        RELEASES,
        DIES,
        IS_CUT_OFF
    }

    record Holder(int copy, Fate fate) {}

    static LockRoles draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int unheard = random.nextInt(2, LockStory.COPIES + 1);
        // Somebody has to be told of its death, so it is not the last.
        int diesWaiting = random.nextInt(2, LockStory.COPIES);
        List<Fate> fates = new ArrayList<>(List.of(Fate.values()));
        List<Holder> holders = new ArrayList<>();
        for (int copy : IntStream.rangeClosed(1, LockStory.COPIES)
                .filter(copy -> copy != diesWaiting)
                .toArray()) {
            // Nobody would follow the last.
            Fate fate = fates.isEmpty() ? Fate.RELEASES : fates.remove(random.nextInt(fates.size()));
            holders.add(new Holder(copy, fate));
        }
        return new LockRoles(unheard, diesWaiting, holders);
    }

    int cutOff() {
        return holders.stream()
                .filter(holder -> holder.fate() == Fate.IS_CUT_OFF)
                .findFirst()
                .orElseThrow()
                .copy();
    }
}
