package quorumbook.labs.zookeeper;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what the better of two votes is better, in the order in which servers compare them. */
enum Decider {
    EPOCH,
    ZXID,
    SID;

    /** What decides between the votes of two servers for themselves (FastLeaderElection.totalOrderPredicate). */
    static Decider between(Standing one, Standing other) {
        if (one.epoch() != other.epoch()) {
            return EPOCH;
        }
        return one.zxid().equals(other.zxid()) ? SID : ZXID;
    }

    /** Reads {@code epoch}, {@code zxid}, {@code sid}; a server's number is also known as its {@code myid}. */
    static Optional<Decider> parse(String answer) {
        String word = answer.strip().toLowerCase(Locale.ROOT);
        if (word.equals("myid") || word.equals("id")) {
            return Optional.of(SID);
        }
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
