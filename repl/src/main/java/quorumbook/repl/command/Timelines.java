package quorumbook.repl.command;

import java.util.List;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.timeline.Timeline;

/** The timeline of the open attempt. */
final class Timelines {
    private Timelines() {}

    static Timeline of(Desk desk) throws InterruptedException {
        desk.attempt();
        desk.screen().busy("reading the server logs");
        try {
            return Timeline.of(desk.story(), List.of());
        } finally {
            desk.screen().idle();
        }
    }
}
