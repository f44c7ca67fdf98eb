package quorumbook.repl.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which state each lane is in, while moments are told one after the other. */
final class Stretches {
    private final Map<Lane, Stretch> open = new TreeMap<>();
    private final List<Stretch> closed = new ArrayList<>();
    private int now;

    /** What follows belongs to the moment of that number. */
    void at(int number) {
        now = number;
    }

    Optional<State> state(Lane lane) {
        return Optional.ofNullable(open.get(lane)).map(Stretch::state);
    }

    /** From now on. */
    void begin(Lane lane, State state) {
        Stretch before = open.get(lane);
        if (before != null && before.state() == state) {
            return;
        }
        if (before != null && before.from() < now) {
            closed.add(new Stretch(lane, before.state(), before.from(), now));
        }
        open.put(lane, new Stretch(lane, state, now, now));
    }

    /** Something happened there: who is not a server is there from now on. */
    void touch(Lane lane) {
        if (lane.kind() != Lane.Kind.SERVER && !open.containsKey(lane)) {
            begin(lane, State.IS_THERE);
        }
    }

    /** All of them; what lasts does so past the last moment. */
    List<Stretch> all() {
        List<Stretch> all = new ArrayList<>(closed);
        open.values().forEach(each -> all.add(new Stretch(each.lane(), each.state(), each.from(), now + 1)));
        all.sort(java.util.Comparator.comparing(Stretch::lane).thenComparing(Stretch::from));
        return all;
    }
}
