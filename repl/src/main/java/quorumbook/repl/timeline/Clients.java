package quorumbook.repl.timeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Position;

/**
 * Tells what clients ask for and what becomes of it. An operation is told at its end, in one moment; its beginning has a
 * moment of its own only if something else happened meanwhile that is no operation.
 */
final class Clients {
    private final Stretches stretches;
    private final Map<Long, Event.Invoked> begun = new HashMap<>();
    private final Set<Integer> toldAtTheEnd = new HashSet<>();
    private final Set<Long> quiet = new HashSet<>();

    Clients(List<Event> events, Stretches stretches) {
        this.stretches = stretches;
        Map<Long, Integer> open = new HashMap<>();
        int lastOther = -1;
        for (int index = 0; index < events.size(); index++) {
            Event event = events.get(index);
            if (event instanceof Event.Invoked invoked) {
                begun.putIfAbsent(invoked.operation(), invoked);
                open.putIfAbsent(invoked.operation(), index);
            } else if (event instanceof Event.Ended ended) {
                Integer from = open.remove(ended.operation());
                if (from != null && lastOther < from) {
                    toldAtTheEnd.add(from);
                    quiet.add(ended.operation());
                }
            } else {
                lastOther = index;
            }
        }
    }

    boolean isToldAtItsEnd(int index) {
        return toldAtTheEnd.contains(index);
    }

    /** The events that are told together with this one. */
    List<Event> told(Event event) {
        return event instanceof Event.Ended ended && quiet.contains(ended.operation())
                ? List.of(begun.get(ended.operation()), ended)
                : List.of(event);
    }

    Optional<List<Mark>> marks(Event event) {
        return mark(event).map(List::of);
    }

    private Optional<Mark> mark(Event event) {
        if (event instanceof Event.Invoked invoked) {
            String words = invoked.client() + " asks: " + invoked.request();
            return Optional.of(Mark.of(Lane.client(invoked.client()), Sign.ASKS, words));
        }
        if (event instanceof Event.Ended ended) {
            return Optional.of(ended(ended));
        }
        if (event instanceof Event.SessionOpened opened) {
            String words = "you opened session 0x" + Long.toHexString(opened.session());
            return Optional.of(Mark.of(Lane.LEARNER, Sign.SESSION, words));
        }
        if (event instanceof Event.SessionEnded ended) {
            String words = "your session 0x" + Long.toHexString(ended.session())
                    + (ended.expired() ? " expired" : " was closed") + ", zxid " + ended.zxid();
            return Optional.of(Mark.of(Lane.LEARNER, Sign.GONE, words));
        }
        if (event instanceof Event.Predicted predicted) {
            String words = "you sealed an answer: " + predicted.question() + " = " + predicted.answer();
            return Optional.of(Mark.of(Lane.LEARNER, Sign.SEALED, words));
        }
        return holding(event);
    }

    private Mark ended(Event.Ended ended) {
        Event.Invoked invoked = begun.get(ended.operation());
        if (invoked == null) {
            return Mark.of(Lane.WORKBOOK, Sign.UNKNOWN, "operation " + ended.operation() + " ended and never began");
        }
        Lane lane = Lane.client(invoked.client());
        String words = invoked.client() + ": " + invoked.request();
        if (ended.outcome() instanceof Outcome.Ok ok) {
            String where = ok.position().map(Clients::words).orElse("");
            return Mark.of(lane, Sign.ACKNOWLEDGED, words + " acknowledged" + where);
        }
        return ended.outcome() instanceof Outcome.Failed failed
                ? Mark.of(lane, Sign.REFUSED, words + " refused (" + failed.error() + ")")
                : Mark.of(
                        lane,
                        Sign.UNKNOWN,
                        words + ", outcome unknown (" + ((Outcome.Unknown) ended.outcome()).error() + ")");
    }

    private static String words(Position position) {
        return position.log().equals(Position.ENSEMBLE)
                ? ", zxid 0x" + Long.toHexString(position.at())
                : ", offset " + position.at() + " of " + position.log();
    }

    private Optional<Mark> holding(Event event) {
        if (event instanceof Event.Queued queued) {
            String words = queued.client() + " waits for " + queued.resource() + " in place " + queued.place();
            return Optional.of(turned(queued.client(), State.WAITS, Sign.WAITS, words));
        }
        if (event instanceof Event.Acquired acquired) {
            String words = acquired.client() + " acquired " + acquired.resource();
            return Optional.of(turned(acquired.client(), State.HOLDS, Sign.ACQUIRED, words));
        }
        if (event instanceof Event.Released released) {
            String words = released.client() + " released " + released.resource();
            return Optional.of(turned(released.client(), State.IS_THERE, Sign.RELEASED, words));
        }
        if (event instanceof Event.Gone gone) {
            return Optional.of(turned(gone.client(), State.GONE, Sign.GONE, gone.client() + " is gone: " + gone.why()));
        }
        return event instanceof Event.Used used
                ? Optional.of(
                        Mark.of(Lane.client(used.client()), Sign.USED, used.client() + " used " + used.resource()))
                : Optional.empty();
    }

    private Mark turned(String client, State state, Sign sign, String words) {
        stretches.begin(Lane.client(client), state);
        return Mark.of(Lane.client(client), sign, words);
    }
}
