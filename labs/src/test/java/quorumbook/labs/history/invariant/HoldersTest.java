package quorumbook.labs.history.invariant;

import static quorumbook.labs.history.invariant.Judged.broken;
import static quorumbook.labs.history.invariant.Judged.cannotTell;
import static quorumbook.labs.history.invariant.Judged.holds;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Locks and queues, judged on histories written by hand. */
class HoldersTest {
    private final Story story = new Story();

    @Nested
    class OneAtATime {
        private final OneHolderAtATime one = new OneHolderAtATime("lock", 2);

        @Test
        void holdsWhenEachReleasesBeforeTheNextAcquires() {
            story.acquired("a").used("a").released("a").acquired("b").used("b").released("b");

            holds(one, story);
        }

        @Test
        void isBrokenByTwoHolders() {
            story.acquired("a").acquired("b").released("b");

            broken(one, story, "a had not given it back when another acquired it", 0, 1);
        }

        @Test
        void isBrokenByAHolderWhoGoesOnAfterAnotherAcquired() {
            story.acquired("a").acquired("b").released("b").used("a").gone("a");

            broken(one, story, "a used it after another had acquired it", 1, 3);
        }

        @Test
        void isBrokenByAReleaseAfterAnotherAcquired() {
            story.acquired("a").acquired("b").released("a");

            broken(one, story, "a released it after another had acquired it", 1, 2);
        }

        @Test
        void isBrokenByAUseAfterTheSessionWasGone() {
            story.acquired("a").gone("a").acquired("b").used("a");

            broken(one, story, "a used it while b held it", 2, 3);
        }

        @Test
        void holdsWhenAHolderWasGone() {
            story.acquired("a").gone("a").acquired("b").released("b");

            holds(one, story);
        }

        /** A session ends before anybody can say so. */
        @Test
        void holdsWhenAHolderIsFoundToBeGoneAfterwards() {
            story.acquired("a").acquired("b").gone("a").released("b");

            holds(one, story);
        }

        @Test
        void cannotTellFromOneHolder() {
            story.acquired("a").released("a").acquired("a").released("a");

            cannotTell(one, story, "only 1 clients");
        }
    }

    @Nested
    class FirstComeFirst {
        private final FirstComeFirstServed first = new FirstComeFirstServed("lock", 1);

        @Test
        void holdsInTheOrderOfPlaces() {
            story.queued("a", 1).queued("b", 2).acquired("a").released("a").acquired("b");

            holds(first, story);
        }

        @Test
        void looksAtPlacesNotAtMoments() {
            story.queued("b", 2).queued("a", 1).acquired("a").released("a").acquired("b");

            holds(first, story);
        }

        @Test
        void isBrokenByOneWhoPassesAnother() {
            story.queued("a", 1).queued("b", 2).acquired("b").released("b").acquired("a");

            broken(first, story, "b acquired with place 2", 0, 2);
        }

        @Test
        void holdsWhenTheFirstIsGone() {
            story.queued("a", 1).queued("b", 2).queued("c", 3).gone("a").acquired("b");

            holds(first, story);
        }

        @Test
        void cannotTellWhenTheFirstIsFoundToBeGoneAfterwards() {
            story.queued("a", 1).queued("b", 2).queued("c", 3).acquired("b").gone("a");

            cannotTell(first, story, "a was passed over");
        }

        @Test
        void cannotTellWithoutAKnownPlace() {
            story.queued("a", 1).acquired("b").acquired("a");

            cannotTell(first, story, "b acquired without a known place");
        }

        @Test
        void cannotTellWhenNobodyWaited() {
            story.queued("a", 1).acquired("a").released("a").queued("b", 2).acquired("b");

            cannotTell(first, story, "only 0 times");
        }
    }
}
