package quorumbook.repl.command;

import java.util.List;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;
import quorumbook.repl.page.Tone;

/** Shows the Java snippets of this attempt. */
final class ListCommand implements Command {
    @Override
    public String name() {
        return "list";
    }

    @Override
    public String usage() {
        return "/list";
    }

    @Override
    public String about() {
        return "the Java that you have defined";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        List<String> snippets = desk.languages().snippets();
        if (snippets.isEmpty()) {
            return Reply.done(Page.of(Span.faint("No Java typed in this attempt yet.")));
        }
        return Reply.done(
                Page.writing().verbatim(Tone.CODE, String.join("\n", snippets)).done());
    }
}
