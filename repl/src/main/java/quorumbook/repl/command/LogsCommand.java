package quorumbook.repl.command;

import java.util.List;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.NodeId;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;
import quorumbook.repl.page.Tone;

/** Shows the end of a server log. */
final class LogsCommand implements Command {
    @Override
    public String name() {
        return "logs";
    }

    @Override
    public String usage() {
        return "/logs NODE [LINES]";
    }

    @Override
    public String about() {
        return "the last lines of a server log";
    }

    private static final int USUAL = 20;

    @Override
    public List<String> choices(Desk desk, Words before) {
        return before.isEmpty() ? Nodes.names(desk) : List.of();
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        Cluster cluster = desk.attempt().cluster();
        if (words.isEmpty()) {
            return Reply.refused(
                    "Of which server? /logs " + cluster.spec().nodes().get(0).id() + " shows its last lines.");
        }
        NodeId node = Nodes.named(cluster, words.first());
        int lines = words.rest().isEmpty() ? USUAL : Integer.parseInt(words.rest());
        List<String> log = cluster.serverLog(node, lines);
        return Reply.done(
                log.isEmpty()
                        ? Page.of(Span.faint(node + " has not written anything yet."))
                        : Page.writing()
                                .verbatim(Tone.PLAIN, String.join("\n", log))
                                .done());
    }
}
