package quorumbook.repl.command;

import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;
import quorumbook.repl.timeline.LanePage;
import quorumbook.repl.timeline.Timeline;

/** Draws the attempt as lanes. */
final class TimelineCommand implements Command {
    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public String usage() {
        return "/timeline [MOMENT]";
    }

    @Override
    public String about() {
        return "what happened in this attempt, server by server";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        desk.attempt();
        desk.screen().busy("reading the server logs");
        Timeline timeline = Timelines.of(desk);
        desk.screen().idle();
        if (timeline.isEmpty()) {
            return Reply.done(Page.of(Span.faint("Nothing has happened in this attempt yet.")));
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
}
