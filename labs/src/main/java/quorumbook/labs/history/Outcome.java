package quorumbook.labs.history;

import java.util.Optional;

/** How an operation ended. Nobody may take an unknown one for done, nor for not done: it may even take effect later. */
public sealed interface Outcome {
    /**
     * It was acknowledged.
     *
     * @param value what was answered: the path that was created, the data that was read
     * @param position where the cluster put it, if it said so
     */
    record Ok(Optional<String> value, Optional<Position> position) implements Outcome {}

    /** It was refused, and will not take effect: {@code NodeExists}, {@code NotEnoughReplicas}. */
    record Failed(String error) implements Outcome {}

    /** It may have taken effect or not: {@code ConnectionLoss}, {@code TimeoutException}, no answer at all. */
    record Unknown(String error) implements Outcome {}

    static Outcome ok() {
        return new Ok(Optional.empty(), Optional.empty());
    }

    static Outcome ok(Position position) {
        return new Ok(Optional.empty(), Optional.of(position));
    }
}
