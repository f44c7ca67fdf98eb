package quorumbook.repl.grade;

import java.time.Duration;
import java.util.List;

/**
 * How far the grading has come.
 *
 * @param all attempts of this run and of those that it goes on from
 * @param earlier those that an earlier run has judged, and those that need none
 * @param done those that this run has judged
 * @param now who is being judged, {@code learner exercise}
 * @param took since this run began
 */
public record Course(int all, int earlier, int done, List<String> now, Duration took) {
    public Course {
        now = List.copyOf(now);
    }

    /** Attempts a minute; 0 before the first. */
    public double rate() {
        return done == 0 || took.isZero() ? 0 : done * 60e9 / took.toNanos();
    }

    /** What the rest takes if it goes on like this; zero before the first is done. */
    public Duration left() {
        int rest = all - earlier - done;
        return done == 0 ? Duration.ZERO : took.multipliedBy(rest).dividedBy(done);
    }
}
