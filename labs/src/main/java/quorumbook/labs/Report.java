package quorumbook.labs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/** What one trial came to: a verdict for each declared check, in their order, and the history they rest on. */
public record Report(LabId lab, long seed, List<Judged> judged, History history) {
    public Report {
        judged = List.copyOf(judged);
    }

    /** Judges a history, a kept one as well as one of now: nothing else is asked. */
    public static Report of(Lab lab, History history) {
        Map<String, Verdict> said = new HashMap<>();
        List<Judged> judged = new ArrayList<>();
        for (Check check : lab.checks()) {
            Verdict verdict = judge(check, history, said);
            said.put(check.id(), verdict);
            judged.add(new Judged(check, verdict));
        }
        return new Report(lab.id(), history.given().seed(), judged, history);
    }

    private static Verdict judge(Check check, History history, Map<String, Verdict> said) {
        if (check.needs().isPresent() && !(said.get(check.needs().get()) instanceof Verdict.Pass)) {
            return new Verdict.Skipped("judged once '" + check.needs().get() + "' holds");
        }
        try {
            return check.judge().apply(history);
        } catch (RuntimeException e) {
            return Verdict.unknown(
                    "the judge of '" + check.id() + "' stumbled: " + e, "this is a bug of ours; please report it");
        }
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
