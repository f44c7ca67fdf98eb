package quorumbook.repl.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import quorumbook.labs.cluster.Progress;
import quorumbook.repl.page.Span;

/** A contest being held: runs in turn, each side first every other time, and its rows of the table. */
final class Match {
    private final Contest contest;
    private final List<Figure> figures;
    private final Tally ours = new Tally();
    private final Tally others = new Tally();
    private Optional<String> trouble = Optional.empty();

    /** @param wanted names of figures, or their beginnings up to a hyphen; all if empty */
    Match(Contest contest, Set<String> wanted) {
        this.contest = contest;
        this.figures = contest.figures().stream()
                .filter(figure -> wanted.isEmpty() || wanted.stream().anyMatch(name -> isNamed(figure, name)))
                .toList();
    }

    private static boolean isNamed(Figure figure, String name) {
        return figure.name().equals(name) || figure.name().startsWith(name + "-");
    }

    boolean isWanted() {
        return !figures.isEmpty();
    }

    /** Why there are no values, or fewer. */
    Optional<String> trouble() {
        return trouble.map(why -> names().stream().sorted().collect(Collectors.joining(", ")) + ": " + why);
    }

    void hold(int runs, Progress progress) throws InterruptedException {
        try (contest) {
            trouble = contest.hindrance();
            if (trouble.isPresent()) {
                return;
            }
            progress.phase(title() + ": preparing");
            contest.prepare(names(), words -> progress.phase(title() + ": " + words));
            for (int run = 1; run <= runs; run++) {
                boolean oursFirst = run % 2 == 1;
                run(oursFirst, run, runs, progress);
                run(!oursFirst, run, runs, progress);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            trouble = Optional.of("it failed: " + e);
        }
    }

    private void run(boolean isOurs, int run, int runs, Progress progress) throws Exception {
        progress.phase(title() + ": " + (isOurs ? "ours" : "the other") + ", run " + run + " of " + runs);
        if (isOurs) {
            ours.add(contest.ours(names()));
        } else {
            others.add(contest.other(names()));
        }
    }

    private String title() {
        return String.join(", ", figures.stream().map(Figure::name).toList());
    }

    private Set<String> names() {
        return figures.stream().map(Figure::name).collect(Collectors.toSet());
    }

    List<List<Span>> rows() {
        return figures.stream().map(this::row).toList();
    }

    private List<Span> row(Figure figure) {
        OptionalDouble mine = ours.median(figure.name());
        OptionalDouble theirs = others.median(figure.name());
        Span name = Span.plain(figure.name());
        Span what = Span.plain(figure.what());
        Span goal = Span.plain(figure.goal().words(figure.unit()));
        if (mine.isEmpty()) {
            Span none = Span.faint("–");
            return List.of(name, what, none, none, none, goal);
        }
        boolean met = figure.goal().isMet(mine.getAsDouble(), theirs);
        String ratio = theirs.isPresent()
                ? String.format(Locale.ROOT, "%.3f", mine.getAsDouble() / theirs.getAsDouble())
                : "–";
        String other = theirs.isPresent() ? others.words(figure) : "–";
        return List.of(
                name,
                what,
                Span.plain(ours.words(figure)),
                Span.plain(other),
                met ? Span.good(ratio) : Span.bad(ratio),
                met ? Span.good("✓ " + goal.text()) : Span.bad("✗ " + goal.text()));
    }

    /** Whom these rows compare with. */
    Optional<String> legend() {
        return contest.opponent().isEmpty() ? Optional.empty() : Optional.of(title() + ": " + contest.opponent());
    }
}
