package quorumbook.labs.history;

import java.util.Optional;

/** Why nothing at all can be told from a history. */
final class Doubts {
    private Doubts() {}

    static Optional<String> of(History history) {
        Optional<Event.Unproved> unproved = history.last(Event.Unproved.class);
        if (unproved.isPresent()) {
            return Optional.of("nothing proves this fault: " + unproved.get().fault() + " ("
                    + unproved.get().why() + ")");
        }
        Optional<Event.Unread> unread = history.last(Event.Unread.class);
        if (unread.isPresent()) {
            return Optional.of("the history has an event of a kind that is not known here: '"
                    + unread.get().kind() + "'");
        }
        return Operations.of(history).contradiction();
    }
}
