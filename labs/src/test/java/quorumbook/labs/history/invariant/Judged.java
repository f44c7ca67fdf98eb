package quorumbook.labs.history.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Judgement;

/** What is expected of a judgement, in a word each. */
final class Judged {
    private Judged() {}

    static void holds(Invariant invariant, Story story) {
        assertThat(invariant.judge(story.told())).isInstanceOf(Judgement.Holds.class);
    }

    static void broken(Invariant invariant, Story story, String actual, Integer... events) {
        Judgement judgement = invariant.judge(story.told());
        assertThat(judgement).isInstanceOf(Judgement.Broken.class);
        assertThat(((Judgement.Broken) judgement).actual()).contains(actual);
        assertThat(((Judgement.Broken) judgement).events()).containsExactly(events);
    }

    static void cannotTell(Invariant invariant, Story story, String why) {
        Judgement judgement = invariant.judge(story.told());
        assertThat(judgement).isInstanceOf(Judgement.CannotTell.class);
        assertThat(((Judgement.CannotTell) judgement).why()).contains(why);
    }
}
