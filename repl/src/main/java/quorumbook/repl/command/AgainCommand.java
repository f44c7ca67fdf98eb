package quorumbook.repl.command;

import quorumbook.repl.desk.Desk;
import quorumbook.repl.desk.Desk.Values;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Begins the exercise again on a clean cluster. */
final class AgainCommand implements Command {
    private final String name;
    private final String about;
    private final Values values;

    AgainCommand(String name, String about, Values values) {
        this.name = name;
        this.about = about;
        this.values = values;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String usage() {
        return "/" + name;
    }

    @Override
    public String about() {
        return about;
    }

    @Override
    public Reply run(Desk desk, Words words) {
        Page page = desk.beginAgain(values);
        String what = values == Values.SAME ? "A clean cluster, the same values." : "A clean cluster, new values.";
        return Reply.done(values == Values.SAME ? Page.of(Span.good(what)) : page.then(Page.of(Span.good(what))));
    }
}
