package quorumbook.repl.command;

import quorumbook.labs.Report;
import quorumbook.labs.Verdict;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.timeline.Moment;
import quorumbook.repl.timeline.Timeline;

/** Judges the cluster as it is now. */
final class CheckCommand implements Command {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String usage() {
        return "/check";
    }

    @Override
    public String about() {
        return "compare the cluster with the goal";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        Report report = desk.check();
        boolean pointed =
                report.judged().stream().anyMatch(each -> !report.evidence(each).isEmpty());
        Page page = pointed ? pointed(desk, report) : Verdicts.page(report);
        return report.outcome() == Verdict.Outcome.PASS ? Reply.done(page) : Reply.failed(page);
    }

    /** The page with the moments of the timeline in which a claim broke. */
    private static Page pointed(Desk desk, Report report) throws InterruptedException {
        Timeline timeline = Timelines.of(desk);
        return Verdicts.page(
                report,
                judged -> report.evidence(judged).stream()
                        .flatMap(event -> timeline.momentOf(event).stream())
                        .map(Moment::number)
                        .distinct()
                        .sorted()
                        .toList());
    }
}
