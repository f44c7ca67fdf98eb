package quorumbook.repl.command;

import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Goes back. */
final class BackCommand implements Command {
    @Override
    public String name() {
        return "back";
    }

    @Override
    public String usage() {
        return "/back";
    }

    @Override
    public String about() {
        return "go back: the part before, or the lesson before";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        return desk.back()
                .map(Reply::done)
                .orElseGet(() -> Reply.done(Page.of(Span.plain("This is the beginning. /next goes on."))));
    }
}
