package quorumbook.repl.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorumbook.labs.Report;
import quorumbook.labs.Verdict;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Climbs the ladder of hints of the check that failed, a rung at a time. */
final class HintCommand implements Command {
    private final Map<String, Integer> climbed = new HashMap<>();

    @Override
    public String name() {
        return "hint";
    }

    @Override
    public String usage() {
        return "/hint";
    }

    @Override
    public String about() {
        return "one hint on what the last /check found, each nearer to the answer";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        desk.lab();
        Optional<Report> report = desk.latestReport();
        if (report.isEmpty()) {
            return Reply.done(Page.of(Span.plain("/check first: the hint is about what it finds.")));
        }
        Optional<String> check = report.get().judged().stream()
                .filter(judged -> judged.verdict() instanceof Verdict.Fail)
                .map(judged -> judged.check().id())
                .findFirst();
        if (check.isEmpty()) {
            return Reply.done(Page.of(Span.good("Nothing failed in the last check. /next goes on.")));
        }
        List<String> ladder = desk.lesson().hints(check.get());
        String key = desk.lesson().id() + " " + desk.given().seed() + " " + check.get();
        int rung = climbed.getOrDefault(key, 0);
        if (rung >= ladder.size()) {
            return Reply.done(Page.of(Span.plain("No more hints on this one. /answer shows our answer.")));
        }
        climbed.put(key, rung + 1);
        desk.note("hint", check.get() + " " + (rung + 1));
        String which = "hint " + (rung + 1) + " of " + ladder.size() + ", " + check.get();
        return Reply.done(Page.writing()
                .line(Span.faint(which))
                .markdown(ladder.get(rung))
                .done());
    }
}
