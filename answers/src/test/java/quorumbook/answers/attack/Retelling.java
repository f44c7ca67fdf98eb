package quorumbook.answers.attack;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/** Tells a history again, with something missing or otherwise. */
abstract class Retelling {
    final History history;
    private final BiConsumer<String, Stream<? extends Event>> add;

    Retelling(History history, BiConsumer<String, Stream<? extends Event>> add) {
        this.history = history;
        this.add = add;
    }

    final Stream<Event> events() {
        return history.events().stream();
    }

    final void told(String how, Stream<? extends Event> events) {
        add.accept(how, events);
    }

    final void with(String how, UnaryOperator<Event> changed) {
        told(how, events().map(changed));
    }

    final void without(String what, Predicate<Event> lost) {
        told("without " + what, events().filter(event -> !lost.test(event)));
    }

    /** Where few are enough to ask for each, without each of them. */
    private static final int FEW = 6;

    /** Without the first, without the last, without any but the first of them, and where they are few, without each. */
    final void ends(String what, List<? extends Event> all) {
        if (all.size() > 1) {
            without("the first " + what, event -> event == all.get(0));
            without("any but the first " + what, all.subList(1, all.size())::contains);
        }
        for (int at = 1; at < all.size() - 1 && all.size() <= FEW; at++) {
            Event one = all.get(at);
            without("number " + (at + 1) + " of the " + what, event -> event == one);
        }
        without("the last " + what, event -> event == all.get(all.size() - 1));
    }
}
