package quorumbook.labs.history.invariant;

import static quorumbook.labs.history.invariant.Judged.broken;
import static quorumbook.labs.history.invariant.Judged.cannotTell;
import static quorumbook.labs.history.invariant.Judged.holds;
import static quorumbook.labs.history.invariant.Story.TOPIC;
import static quorumbook.labs.history.invariant.Story.send;

import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Position;
import quorumbook.labs.history.Request;

/** What may have become of records, judged on histories written by hand. */
class RecordsTest {
    private final Story story = new Story();

    private static Position at(long offset) {
        return Position.offset(TOPIC, 0, offset);
    }

    @Nested
    class Lost {
        private final NoAcknowledgedRecordLost kept = new NoAcknowledgedRecordLost(TOPIC, 2);

        @Test
        void holdsWhenAllThatWasAcknowledgedIsThere() {
            story.ok(send("a"), at(0)).unknown(send("b")).ok(send("c"), at(1)).log("a", "c");

            holds(kept, story);
        }

        @Test
        void isBrokenByAnAcknowledgedRecordThatIsNotThere() {
            story.ok(send("a")).ok(send("b")).log("a");

            broken(kept, story, "1 lost: send orders k = b", 3, 4);
        }

        @Test
        void isBrokenWhenAnotherRecordHasItsOffset() {
            story.ok(send("a"), at(0)).ok(send("b"), at(1)).log("a", "c", "b");

            broken(kept, story, "1 lost", 3, 4);
        }

        @Test
        void isBrokenWhenOneOfTwoEqualRecordsIsMissing() {
            story.ok(send("a")).ok(send("a")).log("a");

            broken(kept, story, "1 lost", 3, 4);
        }

        @Test
        void cannotTellWhichOfTwoEqualRecordsIsThere() {
            story.ok(send("a")).ok(send("b")).unknown(send("a")).log("a", "b");

            cannotTell(kept, story, "sent twice");
        }

        @Test
        void cannotTellWhenNobodyRead() {
            story.ok(send("a")).ok(send("b"));

            cannotTell(kept, story, "nobody read");
        }

        @Test
        void cannotTellWhenTooLittleWasAcknowledged() {
            story.ok(send("a")).unknown(send("b")).failed(send("c")).log("a", "b");

            cannotTell(kept, story, "only 1 acknowledged records of the 2");
        }
    }

    @Nested
    class Twice {
        private final NoRecordTwice once = new NoRecordTwice(TOPIC, 1);

        @Test
        void holdsWhenEachIsThereOnceAtMost() {
            story.ok(send("a")).unknown(send("b")).failed(send("c")).log("a", "b");

            holds(once, story);
        }

        @Test
        void holdsWhenARecordWasSentTwice() {
            story.unknown(send("a")).ok(send("a")).log("a", "a");

            holds(once, story);
        }

        @Test
        void isBrokenByADuplicate() {
            story.ok(send("a")).log("a", "a");

            broken(once, story, "2 times, sent 1", 0, 2);
        }

        @Test
        void isBrokenByARecordThatWasRefused() {
            story.failed(send("a")).log("a");

            broken(once, story, "1 times, sent 0", 0, 2);
        }

        @Test
        void cannotTellFromUnknownRecordsAlone() {
            story.unknown(send("a")).log("a");

            cannotTell(once, story, "only 0");
        }

        @Test
        void cannotTellFromAnEmptyTopic() {
            story.unknown(send("a")).log();

            cannotTell(once, story, "only 0");
        }
    }

    @Nested
    class Order {
        private final RecordsInOrder order = new RecordsInOrder(TOPIC, 1);

        @Test
        void holdsWhenTheOrderIsThatOfSending() {
            story.ok(send("a")).unknown(send("b")).ok(send("c")).log("a", "c");

            holds(order, story);
        }

        @Test
        void isBrokenByTwoThatChangedPlaces() {
            long one = story.begin("one", send("a"));
            long two = story.begin("one", send("b"));
            story.end(two, Outcome.ok()).end(one, Outcome.ok()).log("b", "a");

            broken(order, story, "k = a at 1, then send orders k = b at 0", 0, 1, 4);
        }

        @Test
        void isBrokenByAnUnknownOneOutOfPlace() {
            story.unknown(send("a")).ok(send("b")).log("b", "a");

            broken(order, story, "k = a at 1", 0, 2, 4);
        }

        @Test
        void asksNoOrderOfTwoProducers() {
            story.did("one", send("a"), Outcome.ok())
                    .did("two", send("b"), Outcome.ok())
                    .did("one", send("c"), Outcome.ok())
                    .log("b", "a", "c");

            holds(order, story);
        }

        @Test
        void cannotTellFromOneRecord() {
            story.ok(send("a")).unknown(send("b")).log("a", "b");

            cannotTell(order, story, "only 0");
        }

        @Test
        void cannotTellFromEqualRecords() {
            story.ok(send("a")).ok(send("a")).log("a", "a");

            cannotTell(order, story, "only 0");
        }
    }

    @Nested
    class Isr {
        private final IsrHoldsWhatWasAcknowledged isr = new IsrHoldsWhatWasAcknowledged(TOPIC, 2);

        @Test
        void holdsWhenEveryInSyncReplicaHasIt() {
            story.ok(send("a"), at(0)).partition(1, true, OptionalLong.of(1));

            holds(isr, story);
        }

        @Test
        void isBrokenByAnInSyncReplicaThatLacksIt() {
            story.ok(send("a"), at(0)).ok(send("b"), at(1)).partition(2, true, OptionalLong.of(1));

            broken(isr, story, "broker 2 is in sync and its log ends at 1", 3, 4);
        }

        @Test
        void cannotTellWhenTheOtherReplicaIsOutOfSync() {
            story.ok(send("a"), at(0)).partition(1, false, OptionalLong.of(0));

            cannotTell(isr, story, "only 1");
        }

        @Test
        void cannotTellWhenALogEndIsUnknown() {
            story.ok(send("a"), at(0)).partition(1, true, OptionalLong.empty());

            cannotTell(isr, story, "only 1");
        }

        @Test
        void doesNotCountWhatTheLeaderAloneAcknowledged() {
            story.ok(Request.send(TOPIC, "k", "a", "1"), at(0)).partition(1, true, OptionalLong.of(0));

            cannotTell(isr, story, "only 0");
        }
    }

    @Nested
    class Offsets {
        private final OffsetsOnlyGrow grow = new OffsetsOnlyGrow(TOPIC, 1);

        @Test
        void holdsWhenNoneGoesBack() {
            story.offset("group a", 3).offset("group b", 1).offset("group a", 3);

            holds(grow, story);
        }

        @Test
        void isBrokenByOneThatGoesBack() {
            story.offset("group a", 3).offset("group b", 1).offset("group a", 2);

            broken(grow, story, "group a in orders-0 went back to 2", 0, 2);
        }

        @Test
        void cannotTellFromOneSight() {
            story.offset("group a", 3).offset("group b", 1);

            cannotTell(grow, story, "only 0");
        }
    }
}
