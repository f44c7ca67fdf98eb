package quorumbook.repl.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Writes the attempt as a submission. */
final class SaveCommand implements Command {
    @Override
    public String name() {
        return "save";
    }

    @Override
    public String usage() {
        return "/save FILE";
    }

    @Override
    public String about() {
        return "write what you typed in this attempt as a submission";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        if (words.isEmpty()) {
            return Reply.refused("Into which file? /save my-answer.jsh");
        }
        Path file = Path.of(words.text());
        String submission = "// " + desk.lesson().id() + "\n"
                + String.join("\n", Submission.lines(desk.typed(), desk.given().values())) + "\n";
        try {
            Files.writeString(file, submission, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return Reply.refused("Cannot write " + file + " (" + e.getMessage() + "). Name another file.");
        }
        return Reply.done(Page.of(
                Span.good("Saved "),
                Span.code(file.toString()),
                Span.plain(". Check it with "),
                Span.code("quorumbook check " + desk.lesson().id() + " " + file),
                Span.plain(".")));
    }
}
