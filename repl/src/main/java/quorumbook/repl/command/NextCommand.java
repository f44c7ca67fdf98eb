package quorumbook.repl.command;

import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Goes on. */
final class NextCommand implements Command {
    @Override
    public String name() {
        return "next";
    }

    @Override
    public String usage() {
        return "/next";
    }

    @Override
    public String about() {
        return "go on: the next part of the lesson, or the next lesson";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        return desk.next()
                .map(Reply::done)
                .orElseGet(() -> Reply.done(
                        Page.of(Span.good("That was the last lesson. /lessons shows them all, /progress yours."))));
    }
}
