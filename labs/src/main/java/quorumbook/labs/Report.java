package quorumbook.labs;

import java.util.Comparator;
import java.util.List;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/** What one trial came to: a verdict for each declared check, in their order, and the history they rest on. */
public record Report(LabId lab, long seed, List<Judged> judged, History history) {
    public Report {
        judged = List.copyOf(judged);
    }

    /** A check and what it said. */
    public record Judged(Check check, Verdict verdict) {}

    /** The events with which a claim broke, as far as its judge knows them. */
    public List<Event> evidence(Judged each) {
        return each.verdict() instanceof Verdict.Fail fail
                ? fail.events().stream()
                        .filter(index -> index >= 0 && index < history.events().size())
                        .map(history.events()::get)
                        .toList()
                : List.of();
    }

    /** The gravest verdict; unknown if nothing was judged at all. */
    public Verdict.Outcome outcome() {
        return judged.stream()
                .map(each -> each.verdict().outcome())
                .max(Comparator.naturalOrder())
                .orElse(Verdict.Outcome.UNKNOWN);
    }
}
