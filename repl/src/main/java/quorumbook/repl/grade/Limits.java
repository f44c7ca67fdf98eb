package quorumbook.repl.grade;

import java.time.Duration;

/**
 * What one submission may take before it is ended; what its cluster holds then is judged all the same.
 *
 * @param whole for all its inputs together; what one may take, {@link TimeLimit} says
 * @param output characters that it may print
 * @param kept characters that are kept of the beginning of its output, and of the end
 */
public record Limits(Duration whole, long output, int kept) {
    /** Five minutes, eight million characters. */
    public static Limits usual() {
        return new Limits(Duration.ofMinutes(5), 8_000_000, 32_000);
    }

    public Limits withWhole(Duration limit) {
        return new Limits(limit, output, kept);
    }
}
