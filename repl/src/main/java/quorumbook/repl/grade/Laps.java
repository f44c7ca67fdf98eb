package quorumbook.repl.grade;

import java.time.Duration;

/** Measures one stage of an attempt after the other. For one thread. */
final class Laps {
    private Spent spent = Spent.nothing();
    private long begun = System.nanoTime();

    /** What has passed since the last lap went into that. */
    void lap(Stage stage) {
        long now = System.nanoTime();
        spent = spent.and(stage, Duration.ofNanos(now - begun));
        begun = now;
    }

    /** Of what went into one, so much went into another. */
    void move(Duration part, Stage from, Stage to) {
        spent = spent.and(from, part.negated()).and(to, part);
    }

    Spent spent() {
        return spent;
    }
}
