package quorumbook.repl.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;
import quorumbook.repl.timeline.HtmlPage;
import quorumbook.repl.timeline.LanePage;
import quorumbook.repl.timeline.Timeline;

/** Draws the attempt as lanes, or writes it as a page for a browser. */
final class TimelineCommand implements Command {
    private static final String HTML = "--html";

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public String usage() {
        return "/timeline [MOMENT | --html FILE]";
    }

    @Override
    public String about() {
        return "what happened in this attempt, server by server";
    }

    @Override
    public String more() {
        return "A lane for each server, each client and you; time runs down. Votes are read from the server logs when you "
                + "ask. A number shows what happened around that moment; a failed check says which. `/timeline --html FILE` "
                + "writes the same as a page for a browser, in one file.";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        boolean toFile = words.first().equals(HTML);
        if (toFile && words.rest().isEmpty()) {
            return Reply.refused("Into which file? /timeline --html attempt.html");
        }
        Timeline timeline = Timelines.of(desk);
        if (timeline.isEmpty()) {
            return Reply.done(Page.of(Span.faint("Nothing has happened in this attempt yet.")));
        }
        if (toFile) {
            return write(HtmlPage.of(timeline, desk.lesson().id().toString()), Path.of(words.rest()));
        }
        return words.isEmpty() ? Reply.done(LanePage.of(timeline)) : around(timeline, words.first());
    }

    private static Reply around(Timeline timeline, String word) {
        int last = timeline.moments().size();
        if (!word.matches("\\d{1,7}") || Integer.parseInt(word) < 1 || Integer.parseInt(word) > last) {
            return Reply.refused("There is no moment " + word + "; there are 1 to " + last + ".");
        }
        return Reply.done(LanePage.around(timeline, Integer.parseInt(word)));
    }

    private static Reply write(String html, Path file) {
        try {
            Files.writeString(file, html, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return Reply.refused("Cannot write " + file + " (" + e.getMessage() + "). Name another file.");
        }
        return Reply.done(Page.of(
                Span.good("Wrote "),
                Span.code(file.toString()),
                Span.plain(". Open it in any browser: "),
                Span.code(file.toAbsolutePath().toUri().toString())));
    }
}
