package quorumbook.repl.command;

import java.util.List;
import quorumbook.labs.Report;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.timeline.Break;
import quorumbook.repl.timeline.Timeline;

/** The timeline of the open attempt, marked where the last check found a claim broken. */
final class Timelines {
    private Timelines() {}

    static Timeline of(Desk desk) throws InterruptedException {
        desk.attempt();
        desk.screen().busy("reading the server logs");
        try {
            return Timeline.of(
                    desk.story(), desk.latestReport().map(Timelines::breaks).orElse(List.of()));
        } finally {
            desk.screen().idle();
        }
    }

    private static List<Break> breaks(Report report) {
        return report.judged().stream()
                .map(each -> new Break(each.check().claim(), report.evidence(each)))
                .filter(each -> !each.events().isEmpty())
                .toList();
    }
}
