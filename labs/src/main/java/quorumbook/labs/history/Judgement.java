package quorumbook.labs.history;

import java.util.List;

/** What an invariant says of a history. */
public sealed interface Judgement {
    /** It held, and what showed it. */
    record Holds(String evidence) implements Judgement {}

    /**
     * It was broken.
     *
     * @param events the indices of the events in which, counted from 0
     */
    record Broken(String expected, String actual, List<Integer> events) implements Judgement {
        public Broken {
            events = List.copyOf(events);
        }

        /** The same, of a history in which {@code more} events precede. */
        @Override
        public Broken after(int more) {
            return new Broken(
                    expected, actual, events.stream().map(index -> index + more).toList());
        }
    }

    /** The same, of a history in which {@code more} events precede. */
    default Judgement after(int more) {
        return this;
    }

    /** Too little happened, or too little is known of it: a clause without full stop. */
    record CannotTell(String why) implements Judgement {}
}
