package quorumbook.labs.history.invariant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Judgement;

/**
 * Another invariant, of nothing but what began after something was last noted: an attempt that is tried again is not judged
 * by what went wrong before.
 *
 * @param noted the name of an {@link Event.Noted}
 */
public record Since(String noted, Invariant invariant) implements Invariant {
    @Override
    public Judgement look(History history) {
        return judge(history);
    }

    @Override
    public Judgement judge(History history) {
        OptionalInt from = history.lastNoted(noted);
        if (from.isEmpty()) {
            return new Judgement.CannotTell("'" + noted + "' was never noted");
        }
        List<Integer> kept = kept(history.events(), from.getAsInt());
        History since = new History(
                history.given(), kept.stream().map(history.events()::get).toList());
        Judgement judgement = invariant.judge(since);
        return judgement instanceof Judgement.Broken broken
                ? new Judgement.Broken(
                        broken.expected(),
                        broken.actual(),
                        broken.events().stream().map(kept::get).toList())
                : judgement;
    }

    /** The indices of what follows, without the ends of what had begun before. */
    private static List<Integer> kept(List<Event> events, int from) {
        Set<Long> before = new HashSet<>();
        List<Integer> kept = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            Event event = events.get(index);
            if (index <= from) {
                if (event instanceof Event.Invoked invoked) {
                    before.add(invoked.operation());
                }
            } else if (!(event instanceof Event.Ended ended && before.contains(ended.operation()))) {
                kept.add(index);
            }
        }
        return kept;
    }
}
