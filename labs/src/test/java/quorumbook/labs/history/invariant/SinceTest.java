package quorumbook.labs.history.invariant;

import static quorumbook.labs.history.invariant.Judged.broken;
import static quorumbook.labs.history.invariant.Judged.cannotTell;
import static quorumbook.labs.history.invariant.Judged.holds;

import org.junit.jupiter.api.Test;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Request;

class SinceTest {
    private static final String TRIAL = "trial";

    private final Since trial = new Since(TRIAL, new NoAcknowledgedWriteLost("/app", 1));
    private final Story story = new Story();

    @Test
    void forgetsAFaultThatLeftNoProofBefore() {
        story.unproved("zk1 paused")
                .noted(TRIAL)
                .ok(Request.create("/app/a", "1"))
                .tree("/app/a", "1");

        holds(trial, story);
    }

    @Test
    void doesNotMistakeTheEndOfWhatBeganBefore() {
        long before = story.begin("one", Request.create("/app/b", "1"));
        story.noted(TRIAL)
                .end(before, Outcome.ok())
                .ok(Request.create("/app/a", "1"))
                .tree("/app/a", "1");

        holds(trial, story);
    }

    @Test
    void namesTheEventsOfTheWholeHistory() {
        story.noted("other").noted(TRIAL).ok(Request.create("/app/a", "1")).tree();

        broken(trial, story, "no such znode", 3, 4);
    }

    @Test
    void countsNothingFromBefore() {
        story.ok(Request.create("/app/a", "1")).noted(TRIAL).tree("/app/a", "1");

        cannotTell(trial, story, "only 0");
    }

    @Test
    void cannotTellWhenItNeverBegan() {
        story.ok(Request.create("/app/a", "1")).tree("/app/a", "1");

        cannotTell(trial, story, "'trial' was never noted");
    }
}
