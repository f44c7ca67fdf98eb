package quorumbook.repl.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.catalogue.Catalogue;
import quorumbook.labs.cluster.Cluster;
import quorumbook.repl.desk.Clusters;
import quorumbook.repl.desk.Places;
import quorumbook.repl.desk.Program;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Screen;
import quorumbook.repl.page.Span;
import quorumbook.repl.terminal.PlainScreen;

/** Lists the labs, or runs the cluster of one for tools outside the workbook. */
@Command(
        name = "lab",
        description = "List the labs; or start the servers of one and keep them until Enter or Ctrl-C.",
        mixinStandardHelpOptions = true)
final class LabCli implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "EXERCISE", description = "Such as zookeeper/tree.")
    private Optional<String> exercise = Optional.empty();

    @Mixin
    private final RuntimeOption runtime = new RuntimeOption();

    @Override
    public Integer call() throws Exception {
        PlainScreen screen = PlainScreen.ofStandardStreams();
        if (exercise.isEmpty()) {
            screen.show(list());
            return 0;
        }
        Lab lab = Catalogue.of(LabId.of(exercise.get()));
        try (Program program = Program.begin(Places.ofThisUser(), runtime.choice())) {
            Clusters.Live live = program.clusters().fresh(lab.cluster(), screen::busy);
            screen.idle();
            screen.show(addresses(live.cluster()));
            screen.stream(Screen.Stream.OUT, "Enter or Ctrl-C ends them.\n");
            System.in.read();
            return 0;
        }
    }

    private static Page list() {
        Page.Writing page = Page.writing();
        List<List<Span>> rows = Catalogue.labs().stream()
                .map(lab -> List.of(
                        Span.code(lab.id().toString()), Span.plain(lab.cluster().describe())))
                .toList();
        return page.table(List.of(), rows).done();
    }

    private static Page addresses(Cluster cluster) {
        Page.Writing page = Page.writing();
        page.line(Span.plain(cluster.spec().describe() + ", as " + cluster.runtime() + ":"));
        if (!cluster.connectString().isEmpty()) {
            page.line(Span.plain("  ZooKeeper  "), Span.code(cluster.connectString()));
        }
        if (!cluster.bootstrapServers().isEmpty()) {
            page.line(Span.plain("  Kafka      "), Span.code(cluster.bootstrapServers()));
        }
        return page.done();
    }
}
