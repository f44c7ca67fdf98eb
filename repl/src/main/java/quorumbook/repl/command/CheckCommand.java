package quorumbook.repl.command;

import quorumbook.labs.Report;
import quorumbook.labs.Verdict;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;

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
        Page page = Verdicts.page(report);
        return report.outcome() == Verdict.Outcome.PASS ? Reply.done(page) : Reply.failed(page);
    }
}
