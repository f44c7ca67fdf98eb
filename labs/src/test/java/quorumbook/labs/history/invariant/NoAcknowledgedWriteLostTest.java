package quorumbook.labs.history.invariant;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quorumbook.labs.history.invariant.Judged.broken;
import static quorumbook.labs.history.invariant.Judged.cannotTell;
import static quorumbook.labs.history.invariant.Judged.holds;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Request;

class NoAcknowledgedWriteLostTest {
    private final NoAcknowledgedWriteLost kept = new NoAcknowledgedWriteLost("/app", 1);
    private final Story story = new Story();

    @Test
    void holdsWhenEveryAcknowledgedWriteIsThere() {
        story.ok(Request.create("/app/a", "1")).ok(Request.set("/app/a", "2")).tree("/app", "", "/app/a", "2");

        holds(kept, story);
    }

    @Test
    void isBrokenByAnAcknowledgedZnodeThatIsNotThere() {
        story.ok(Request.create("/app/a", "1")).tree("/app", "");

        broken(kept, story, "create /app/a = 1 was acknowledged, found: no such znode", 1, 2);
    }

    @Test
    void isBrokenByAnEarlierValue() {
        story.ok(Request.create("/app/a", "1")).ok(Request.set("/app/a", "2")).tree("/app/a", "1");

        broken(kept, story, "found: '1'", 3, 4);
    }

    @Test
    void isBrokenByAZnodeThatWasDeleted() {
        story.ok(Request.create("/app/a", "1")).ok(Request.delete("/app/a")).tree("/app/a", "1");

        broken(kept, story, "delete /app/a was acknowledged", 3, 4);
    }

    @Test
    void acceptsAnUnknownWriteDone() {
        story.ok(Request.create("/app/a", "1"))
                .unknown(Request.set("/app/a", "2"))
                .tree("/app/a", "2");

        holds(kept, story);
    }

    @Test
    void acceptsAnUnknownWriteNotDone() {
        story.ok(Request.create("/app/a", "1"))
                .unknown(Request.set("/app/a", "2"))
                .tree("/app/a", "1");

        holds(kept, story);
    }

    /** What a client gave up may still wait in a server's queue. */
    @Test
    void acceptsAnUnknownWriteDoneLate() {
        story.unknown(Request.create("/app/a", "1"))
                .ok(Request.set("/app/a", "2"))
                .tree("/app/a", "1");

        holds(kept, story);
    }

    @Test
    void refusesAValueThatWasRefused() {
        story.ok(Request.create("/app/a", "1"))
                .failed(Request.set("/app/a", "2"))
                .tree("/app/a", "2");

        broken(kept, story, "found: '2'", 1, 4);
    }

    @Test
    void acceptsEitherOfTwoWritesAtTheSameTime() {
        story.ok(Request.create("/app/a", "0"));
        long one = story.begin("one", Request.set("/app/a", "1"));
        long two = story.begin("two", Request.set("/app/a", "2"));
        story.end(one, Outcome.ok()).end(two, Outcome.ok()).tree("/app/a", "1");

        holds(kept, story);
    }

    @Test
    void knowsASequentialZnodeByTheAnswer() {
        Outcome outcome = new Outcome.Ok(Optional.of("/app/a0000000004"), Optional.empty());
        story.did("one", Request.create("/app/a", "1"), outcome).tree("/app/a0000000004", "1");

        holds(kept, story);
    }

    @Test
    void cannotTellWhenNobodyLooked() {
        story.ok(Request.create("/app/a", "1"));

        cannotTell(kept, story, "nobody looked");
    }

    @Test
    void cannotTellWhenTheLookCameBeforeTheAcknowledgement() {
        story.tree("/app", "").ok(Request.create("/app/a", "1"));

        cannotTell(kept, story, "only 0 acknowledged writes");
    }

    /** The look began before the write was acknowledged, and was noted after. */
    @Test
    void cannotTellWhenTheLookBeganBeforeTheAcknowledgement() {
        story.ok(Request.create("/app/a", "1")).tree(Instant.EPOCH, "/app", "");

        cannotTell(kept, story, "only 0 acknowledged writes");
    }

    @Test
    void cannotTellWhenEveryWriteIsUnknown() {
        story.unknown(Request.create("/app/a", "1")).tree("/app/a", "1");

        cannotTell(kept, story, "only 0 acknowledged writes");
    }

    @Test
    void doesNotCountWritesElsewhere() {
        story.ok(Request.create("/apple", "1")).tree("/app", "");

        cannotTell(kept, story, "only 0 acknowledged writes");
    }

    @Test
    void provesNothingWithoutAWrite() {
        assertThatThrownBy(() -> new NoAcknowledgedWriteLost("/app", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
