package quorumbook.repl.command;

import java.util.ArrayList;
import java.util.List;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Shows what was typed in this attempt. */
final class HistoryCommand implements Command {
    @Override
    public String name() {
        return "history";
    }

    @Override
    public String usage() {
        return "/history [LINE]";
    }

    @Override
    public String about() {
        return "what you typed in this attempt";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        List<String> typed = desk.typed();
        if (typed.isEmpty()) {
            return Reply.done(Page.of(Span.faint("Nothing typed in this attempt yet.")));
        }
        List<List<Span>> rows = new ArrayList<>();
        for (int line = 1; line <= typed.size(); line++) {
            if (words.isEmpty() || words.first().equals(Integer.toString(line))) {
                rows.add(List.of(Span.faint(Integer.toString(line)), Span.code(typed.get(line - 1))));
            }
        }
        return rows.isEmpty()
                ? Reply.refused("There is no line " + words.first() + "; the last is " + typed.size() + ".")
                : Reply.done(Page.writing().table(List.of(), rows).done());
    }
}
