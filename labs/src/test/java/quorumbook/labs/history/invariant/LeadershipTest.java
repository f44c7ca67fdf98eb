package quorumbook.labs.history.invariant;

import static quorumbook.labs.history.invariant.Judged.broken;
import static quorumbook.labs.history.invariant.Judged.cannotTell;
import static quorumbook.labs.history.invariant.Judged.holds;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Position;
import quorumbook.labs.history.Request;

/** Epochs and zxids, judged on histories written by hand. */
class LeadershipTest {
    private final Story story = new Story();

    @Nested
    class Epochs {
        private final OneLeaderPerEpoch one = new OneLeaderPerEpoch("ensemble", 2);

        @Test
        void holdWithOneLeaderEach() {
            story.led(3, 1).led(3, 1).led(2, 2);

            holds(one, story);
        }

        @Test
        void areBrokenByTwoLeadersInOne() {
            story.led(3, 1).led(2, 2).led(1, 1);

            broken(one, story, "zk3 and zk1 both led in it", 0, 2);
        }

        @Test
        void cannotBeToldFromOneEpoch() {
            story.led(3, 1).led(3, 1);

            cannotTell(one, story, "only 1 epochs with a leader of the 2");
        }
    }

    @Nested
    class Zxids {
        private static final long EPOCH_2 = 0x200000001L;

        private final ZxidOnlyGrows grows = new ZxidOnlyGrows(1);

        private static Outcome at(long zxid) {
            return Outcome.ok(Position.zxid(zxid));
        }

        @Test
        void holdAcrossAnElection() {
            story.ok(Request.create("/a", ""), Position.zxid(0x100000007L))
                    .ok(Request.set("/a", "1"), Position.zxid(EPOCH_2));

            holds(grows, story);
        }

        /** The epoch is unsigned: past 2^31 elections the number is negative in Java. */
        @Test
        void areComparedWithoutSign() {
            story.ok(Request.create("/a", ""), Position.zxid(0x7fffffff00000001L))
                    .ok(Request.set("/a", "1"), Position.zxid(0x8000000000000001L));

            holds(grows, story);
        }

        @Test
        void areBrokenByALaterWriteWithTheSameZxid() {
            story.did("one", Request.create("/a", ""), at(EPOCH_2)).did("two", Request.create("/b", ""), at(EPOCH_2));

            broken(grows, story, "create /b =  began after that and has 0x200000001", 1, 3);
        }

        @Test
        void areBrokenByAReadOfAnEarlierStateThanTheClientsOwn() {
            story.did("one", Request.create("/a", ""), at(EPOCH_2)).did("one", Request.read("/a"), at(7));

            broken(grows, story, "read /a", 1, 3);
        }

        @Test
        void allowAnotherClientAnEarlierState() {
            story.did("one", Request.create("/a", ""), at(EPOCH_2))
                    .did("one", Request.read("/a"), at(EPOCH_2))
                    .did("two", Request.read("/a"), at(7));

            holds(grows, story);
        }

        @Test
        void allowAnyOrderOfWritesAtTheSameTime() {
            long one = story.begin("one", Request.create("/a", ""));
            story.did("two", Request.create("/b", ""), at(9)).end(one, at(8)).did("one", Request.read("/a"), at(9));

            holds(grows, story);
        }

        @Test
        void cannotBeToldFromUnknownWrites() {
            story.ok(Request.create("/a", ""), Position.zxid(1)).unknown(Request.set("/a", "1"));

            cannotTell(grows, story, "only 0");
        }
    }
}
