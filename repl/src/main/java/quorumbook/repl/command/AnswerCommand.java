package quorumbook.repl.command;

import java.util.Optional;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;
import quorumbook.repl.page.Tone;

/** Shows our answer to the exercise. */
final class AnswerCommand implements Command {
    @Override
    public String name() {
        return "answer";
    }

    @Override
    public String usage() {
        return "/answer";
    }

    @Override
    public String about() {
        return "show our answer to this exercise";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        Optional<String> answer = desk.book().answer(desk.lesson().id());
        if (answer.isEmpty()) {
            return Reply.refused("There is no answer to this lesson here. /hint helps; /skip goes on without.");
        }
        desk.note("answer", "");
        return Reply.done(Page.writing()
                .line(Span.plain("One of several right answers. Type it, or understand it and do it your way:"))
                .verbatim(Tone.CODE, answer.get())
                .done());
    }
}
