package quorumbook.repl.command;

import java.util.List;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Starts the learner's JVM anew. */
final class JavaCommand implements Command {
    @Override
    public String name() {
        return "java";
    }

    @Override
    public String usage() {
        return "/java restart";
    }

    @Override
    public String about() {
        return "start your Java anew; definitions are kept, values are not";
    }

    @Override
    public List<String> choices(Desk desk, Words before) {
        return List.of("restart");
    }

    @Override
    public boolean isPartOfSubmission() {
        return true;
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        if (!words.first().equals("restart")) {
            return Reply.refused("/java restart starts your Java anew.");
        }
        desk.languages().restartJava();
        return Reply.done(Page.of(
                Span.plain("Your Java starts anew. Classes, methods and imports are kept; variables are empty.")));
    }
}
