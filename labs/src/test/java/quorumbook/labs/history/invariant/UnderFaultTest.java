package quorumbook.labs.history.invariant;

import static quorumbook.labs.history.invariant.Judged.broken;
import static quorumbook.labs.history.invariant.Judged.cannotTell;
import static quorumbook.labs.history.invariant.Judged.holds;

import org.junit.jupiter.api.Test;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Request;

class UnderFaultTest {
    private static final String PAUSED = "zk1 paused";

    private final UnderFault kept = new UnderFault(PAUSED, 1, new NoAcknowledgedWriteLost("/app", 1));
    private final Story story = new Story();

    @Test
    void holdsWhenEnoughWasAcknowledgedUnderTheFault() {
        story.inflicted(PAUSED).ok(Request.create("/app/a", "1")).healed(PAUSED).tree("/app/a", "1");

        holds(kept, story);
    }

    @Test
    void isBrokenAsTheOtherIs() {
        story.inflicted(PAUSED).ok(Request.create("/app/a", "1")).healed(PAUSED).tree();

        broken(kept, story, "found: no such znode", 2, 4);
    }

    @Test
    void cannotTellWhenNothingWasWrittenUnderTheFault() {
        story.inflicted(PAUSED).healed(PAUSED).ok(Request.create("/app/a", "1")).tree("/app/a", "1");

        cannotTell(kept, story, "only 0 operations acknowledged under the fault 'zk1 paused'");
    }

    @Test
    void doesNotCountWhatBeganBeforeTheFault() {
        long write = story.begin(Story.CLIENT, Request.create("/app/a", "1"));
        story.inflicted(PAUSED).end(write, Outcome.ok()).healed(PAUSED).tree("/app/a", "1");

        cannotTell(kept, story, "only 0");
    }

    @Test
    void cannotTellWithoutTheFault() {
        story.inflicted("zk2 paused").ok(Request.create("/app/a", "1")).tree("/app/a", "1");

        cannotTell(kept, story, "was never there");
    }

    @Test
    void cannotTellWhenAFaultLeftNoProof() {
        story.inflicted(PAUSED)
                .ok(Request.create("/app/a", "1"))
                .unproved("zk2 paused")
                .tree("/app/a", "1");

        cannotTell(kept, story, "nothing proves this fault: zk2 paused (the process went on)");
    }
}
