package quorumbook.repl.command;

import java.util.List;
import quorumbook.labs.Attempt;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Does something to servers, and shows the proof. */
final class NodeCommand implements Command {
    private final String name;
    private final String about;
    private final Verb verb;

    /** What is done to one node. */
    @FunctionalInterface
    interface Verb {
        Proof on(Cluster cluster, NodeId node);
    }

    NodeCommand(String name, String about, Verb verb) {
        this.name = name;
        this.about = about;
        this.verb = verb;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String usage() {
        return "/" + name + " NODE…";
    }

    @Override
    public String about() {
        return about;
    }

    @Override
    public List<String> choices(Desk desk, Words before) {
        return Nodes.names(desk).stream()
                .filter(node -> !before.all().contains(node))
                .toList();
    }

    @Override
    public boolean isPartOfSubmission() {
        return true;
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        Attempt attempt = desk.attempt();
        if (words.isEmpty()) {
            return Reply.refused("Which server? " + "/" + name + " "
                    + attempt.cluster().spec().nodes().get(0).id() + "; /cluster shows them.");
        }
        List<NodeId> nodes = words.all().stream()
                .map(word -> Nodes.named(attempt.cluster(), word))
                .toList();
        Page.Writing page = Page.writing();
        for (NodeId node : nodes) {
            Proof proof = verb.on(attempt.cluster(), node);
            attempt.done(proof);
            page.indented(
                    2, Span.strong(node + " " + proof.verb()), Span.faint("  " + String.join("; ", proof.evidence())));
        }
        return Reply.done(page.done());
    }
}
