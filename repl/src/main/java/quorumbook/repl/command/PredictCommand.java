package quorumbook.repl.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quorumbook.labs.Attempt;
import quorumbook.labs.history.Given;
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
        String answer = filled(desk, words.rest());
        Attempt attempt = desk.attempt();
        desk.screen().busy("looking at the servers");
        attempt.predict(words.first(), answer);
        return Reply.done(Page.of(
                Span.good("Sealed: "),
                Span.code(words.first()),
                Span.plain(" = "),
                Span.code(answer),
                Span.plain(". Now try it.")));
    }

    /** The answer with each {@code $name} replaced by a given value or by a Java variable of the learner's. */
    private static String filled(Desk desk, String answer) {
        Map<String, String> values = new HashMap<>();
        desk.languages().variables().forEach(each -> values.put(each.name(), unquoted(each.value())));
        values.putAll(desk.given().values());
        return new Given(desk.given().seed(), values).fill(answer);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
