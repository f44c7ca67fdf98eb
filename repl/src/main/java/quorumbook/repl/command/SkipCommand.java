package quorumbook.repl.command;

import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Leaves an exercise unsolved for now. */
final class SkipCommand implements Command {
    @Override
    public String name() {
        return "skip";
    }

    @Override
    public String usage() {
        return "/skip";
    }

    @Override
    public String about() {
        return "leave this exercise unsolved and go on";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        desk.note("skipped", "");
        return desk.book()
                .syllabus()
                .next(desk.lesson().id())
                .map(next -> Reply.done(desk.open(next)))
                .orElseGet(() ->
                        Reply.done(Page.of(Span.plain("Skipped. That was the last lesson; /lessons shows them all."))));
    }
}
