package quorumbook.labs.kafka;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import quorumbook.labs.history.Znode;

/**
 * One znode {@code /controller}, from the transaction that created it to the one that removed it.
 *
 * @param firstSeen where the history knows of it first
 * @param broker who created it: the broker whose registration has the same session
 * @param epoch what the same transaction wrote to {@code /controller_epoch}
 * @param last the znode as it was last seen
 * @param end how it ended; empty while it lasts, or if nobody saw it end
 */
record Reign(Instant at, int firstSeen, OptionalInt broker, OptionalLong epoch, Znode last, Optional<End> end) {

    /**
     * That the znode was removed.
     *
     * @param index where the history knows of it
     * @param withItsSession whether the same transaction removed the broker's registration
     */
    record End(Instant at, int index, long zxid, boolean withItsSession) {}

    long begun() {
        return last.czxid();
    }

    boolean isBy(int number) {
        return broker.isPresent() && broker.getAsInt() == number;
    }

    /** Whether somebody other than its creator has written to it. */
    boolean wasSet() {
        return last.dataVersion() != 0;
    }

    boolean endedWithItsSession() {
        return end.filter(End::withItsSession).isPresent();
    }

    boolean wasRemovedEarlier() {
        return end.filter(each -> !each.withItsSession()).isPresent();
    }
}
