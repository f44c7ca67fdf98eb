package quorumbook.repl.command;

import java.util.List;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Seals an answer before the experiment. */
final class PredictCommand implements Command {
    @Override
    public String name() {
        return "predict";
    }

    @Override
    public String usage() {
        return "/predict QUESTION ANSWER";
    }

    @Override
    public String about() {
        return "seal your answer to a question before you try it";
    }

    @Override
    public List<String> choices(Desk desk, Words before) {
        return before.isEmpty() ? List.copyOf(desk.lab().questions().keySet()) : List.of();
    }

    @Override
    public boolean isPartOfSubmission() {
        return true;
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        if (words.rest().isEmpty()) {
            Page.Writing page = Page.writing();
            desk.lab()
                    .questions()
                    .forEach((id, question) -> page.indented(2, Span.code(id), Span.plain("  " + question)));
            return Reply.failed(page.line(Span.plain("Type the question's name and your answer: "), Span.code(usage()))
                    .done());
        }
        desk.attempt().predict(words.first(), words.rest());
        return Reply.done(Page.of(
                Span.good("Sealed: "),
                Span.code(words.first()),
                Span.plain(" = "),
                Span.code(words.rest()),
                Span.plain(". Now try it.")));
    }
}
