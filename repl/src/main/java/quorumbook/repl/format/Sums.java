package quorumbook.repl.format;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import quorumbook.repl.rubric.Scored;

/** Points of several exercises together. */
final class Sums {
    private Sums() {}

    static BigDecimal of(List<Scored> results, Function<Scored, BigDecimal> part) {
        return results.stream().map(part).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
