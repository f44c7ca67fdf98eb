package quorumbook.repl.command;

import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Leaves the workbook. */
final class ExitCommand implements Command {
    @Override
    public String name() {
        return "exit";
    }

    @Override
    public String usage() {
        return "/exit";
    }

    @Override
    public String about() {
        return "leave; next time you continue here";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        return Reply.leave(Page.of(
                Span.plain("Goodbye. Next time you continue at " + desk.lesson().id() + ".")));
    }
}
