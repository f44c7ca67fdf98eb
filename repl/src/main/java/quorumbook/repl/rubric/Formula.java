package quorumbook.repl.rubric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.AttemptResult.Blame;
import quorumbook.repl.result.CheckResult;
import quorumbook.repl.result.Outcome;

/** {@link Rubric}'s formula, for one result. */
final class Formula {
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final Worth worth;
    private final AttemptResult result;
    private final BigDecimal max;

    Formula(Worth worth, AttemptResult result) {
        this.worth = worth;
        this.result = result;
        max = worth.points().setScale(2, RoundingMode.HALF_UP);
    }

    Points points() {
        List<BigDecimal> worths = divided(max, shares());
        List<BigDecimal> earned = new ArrayList<>();
        for (int i = 0; i < result.checks().size(); i++) {
            earned.add(result.checks().get(i).verdict() == Outcome.PASS ? worths.get(i) : NOTHING);
        }
        BigDecimal passed = sum(earned);
        BigDecimal most = cap();
        boolean capped = passed.compareTo(most) > 0;
        List<BigDecimal> kept = capped ? divided(most, earned) : earned;
        List<CheckPoints> checks = new ArrayList<>();
        for (int i = 0; i < result.checks().size(); i++) {
            CheckResult check = result.checks().get(i);
            boolean safety = worth.of(check.id()).safety();
            checks.add(new CheckPoints(check.id(), kept.get(i), worths.get(i), safety, isOpen(check)));
        }
        BigDecimal rest = max.subtract(sum(worths.subList(0, result.checks().size())));
        return new Points(
                sum(kept),
                max,
                open(checks, rest, most),
                checks,
                rest,
                capped ? Optional.of(why(most)) : Optional.empty());
    }

    /** One for each check of the result; what those are worth that it does not name comes last, as one. */
    private List<BigDecimal> shares() {
        List<BigDecimal> shares = new ArrayList<>();
        Set<String> unnamed = new HashSet<>(worth.checks().keySet());
        for (CheckResult check : result.checks()) {
            shares.add(worth.of(check.id()).shares());
            unnamed.remove(check.id());
        }
        shares.add(missing(unnamed));
        return shares;
    }

    private BigDecimal missing(Set<String> unnamed) {
        int missing = result.declared() - result.checks().size();
        if (missing <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal named = unnamed.stream().map(id -> worth.of(id).shares()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return named.add(BigDecimal.valueOf(Math.max(0, missing - unnamed.size())));
    }

    /** The amount in parts like those given, each in hundredths, and together exactly the amount. */
    private static List<BigDecimal> divided(BigDecimal amount, List<BigDecimal> parts) {
        BigDecimal whole = sum(parts);
        List<BigDecimal> divided = new ArrayList<>();
        BigDecimal seen = BigDecimal.ZERO;
        BigDecimal given = NOTHING;
        for (BigDecimal part : parts) {
            seen = seen.add(part);
            BigDecimal upToHere =
                    whole.signum() == 0 ? NOTHING : amount.multiply(seen).divide(whole, 2, RoundingMode.HALF_UP);
            divided.add(upToHere.subtract(given));
            given = upToHere;
        }
        return divided;
    }

    private BigDecimal cap() {
        return failedSafety()
                .map(check -> max.multiply(worth.of(check.id()).cap()).setScale(2, RoundingMode.HALF_UP))
                .orElse(max);
    }

    /** The failed check of safety with the lowest cap. */
    private Optional<CheckResult> failedSafety() {
        return result.checks().stream()
                .filter(check -> check.verdict() == Outcome.FAIL)
                .filter(check -> worth.of(check.id()).safety())
                .min((one, other) ->
                        worth.of(one.id()).cap().compareTo(worth.of(other.id()).cap()));
    }

    private String why(BigDecimal most) {
        String id = failedSafety().map(CheckResult::id).orElse("");
        return "at most " + most.toPlainString() + " of " + max.toPlainString() + " points, since '" + id
                + "' failed, which is about safety";
    }

    private BigDecimal open(List<CheckPoints> checks, BigDecimal rest, BigDecimal most) {
        BigDecimal open =
                checks.stream().filter(CheckPoints::open).map(CheckPoints::max).reduce(NOTHING, BigDecimal::add);
        BigDecimal all = isCharged() ? open : open.add(rest);
        // What a cap takes anyway is not open.
        BigDecimal earned = checks.stream().map(CheckPoints::earned).reduce(NOTHING, BigDecimal::add);
        return all.min(most.subtract(earned));
    }

    /** Whether nobody can tell what the check would have said; one that waits for a failed one is no such case. */
    private boolean isOpen(CheckResult check) {
        if (isCharged()) {
            return false;
        }
        return switch (check.verdict()) {
            case PASS, FAIL -> false;
            case UNKNOWN -> true;
            case SKIPPED -> !waitsForAFail(check, new HashSet<>());
        };
    }

    private boolean waitsForAFail(CheckResult check, Set<String> seen) {
        Optional<CheckResult> needed = check.needs()
                .filter(seen::add)
                .flatMap(id -> result.checks().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst());
        return needed.filter(each -> each.verdict() == Outcome.FAIL
                        || each.verdict() == Outcome.SKIPPED && waitsForAFail(each, seen))
                .isPresent();
    }

    private boolean isCharged() {
        return result.trouble().isPresent() && result.blame() == Blame.LEARNER;
    }

    private static BigDecimal sum(List<BigDecimal> parts) {
        return parts.stream().reduce(NOTHING, BigDecimal::add);
    }
}
