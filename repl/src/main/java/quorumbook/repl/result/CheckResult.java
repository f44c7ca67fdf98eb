package quorumbook.repl.result;

import java.util.List;
import java.util.Optional;

/**
 * What one declared check said. Every text may hold what a learner wrote: each renderer makes it harmless in its own way.
 *
 * @param id kebab-case, unique in its exercise
 * @param claim the sentence that was judged
 * @param why the evidence of a pass, the reason of an unknown or a skip; empty for a fail
 * @param expected what would have been right; empty unless it failed
 * @param actual what was observed instead; empty unless it failed
 * @param see the command that shows it, of a fail, or what to do next, of an unknown; else empty
 * @param hint the first rung of the lesson's ladder of hints, if it has one
 * @param needs the check that must pass before this one says anything
 * @param events indices into the events of the kept history that show where it broke
 */
public record CheckResult(
        String id,
        String claim,
        Outcome verdict,
        String why,
        String expected,
        String actual,
        String see,
        Optional<String> hint,
        Optional<String> needs,
        List<Integer> events) {
    public CheckResult {
        events = List.copyOf(events);
    }
}
