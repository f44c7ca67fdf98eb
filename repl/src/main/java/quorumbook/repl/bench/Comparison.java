package quorumbook.repl.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorumbook.labs.Lab;
import quorumbook.labs.catalogue.Catalogue;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Backends;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.ClusterSpec.Initially;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.RuntimeChoice;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Program;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** All contests, held one after the other, and the table of what they came to. */
public final class Comparison {
    private static final List<String> HEADER = List.of("name", "what", "ours", "the other", "ratio", "goal");

    private final List<Contest> contests;

    private Comparison(List<Contest> contests) {
        this.contests = contests;
    }

    /**
     * Everything that can be compared.
     *
     * @param choice which servers are started: of one runtime alone, or of all
     */
    public static Comparison of(Program program, Book book, RuntimeChoice choice) {
        List<Contest> contests = new ArrayList<>();
        contests.add(new StartUp(program, book.syllabus().first().name()));
        contests.add(new Snippets());
        for (Backend backend : Backends.all()) {
            if (choice == RuntimeChoice.AUTO || choice.word().equals(backend.name())) {
                contests.add(
                        backend.name().equals(RuntimeChoice.CONTAINERS.word())
                                ? new Containers(backend, program.run())
                                : new Servers(backend, program.run()));
            }
        }
        for (Lab lab : Catalogue.labs()) {
            contests.add(new Checks(program, book, lab));
        }
        for (Lab lab : Catalogue.labs()) {
            if (Grades.isOfState(lab)) {
                contests.add(new Grades(program, book, lab));
            }
        }
        contests.add(new Mixed(program, book));
        for (Lab lab : Catalogue.labs()) {
            if (!lab.floor().isNone()) {
                contests.add(new FaultExercise(program, book, lab));
            }
        }
        Set<ClusterSpec> shapes = new HashSet<>();
        for (Lab lab : Catalogue.labs()) {
            // A shape that is stopped at first has no start to compare with.
            if (lab.cluster().initially() == Initially.RUNNING && shapes.add(lab.cluster())) {
                contests.add(new Resets(program.chosen().backend(), program.run(), lab));
                contests.add(new Spares(program.chosen().backend(), program.run(), lab));
            }
        }
        return new Comparison(contests);
    }

    /**
     * Holds the contests with a figure of that name, or of a name that begins so; all if there are no names.
     *
     * @throws ClusterException if there is no such figure
     */
    public Page hold(Set<String> names, int runs, Progress progress) throws InterruptedException {
        refuseUnknown(names);
        Page.Writing page = Page.writing();
        page.line(Span.faint(machine(runs)));
        List<List<Span>> rows = new ArrayList<>();
        List<String> legends = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        for (Contest contest : contests) {
            Match match = new Match(contest, names);
            if (match.isWanted()) {
                match.hold(runs, progress);
                rows.addAll(match.rows());
                match.legend().ifPresent(legends::add);
                match.trouble().ifPresent(troubles::add);
            }
        }
        page.gap().table(HEADER, rows).gap();
        troubles.forEach(trouble -> page.indented(2, Span.bad(trouble)));
        page.line(Span.plain("The other:"));
        legends.forEach(legend -> page.indented(4, Span.plain("  " + legend)));
        return page.line(Span.faint(load())).done();
    }

    private void refuseUnknown(Set<String> names) {
        Set<String> known = new TreeSet<>();
        contests.forEach(contest -> contest.figures().forEach(figure -> known.add(figure.name())));
        Optional<String> unknown = names.stream()
                .filter(name -> known.stream().noneMatch(each -> each.equals(name) || each.startsWith(name + "-")))
                .findFirst();
        if (unknown.isPresent()) {
            throw new ClusterException(
                    "There is no figure '" + unknown.get() + "'; there are " + String.join(", ", known) + ".");
        }
    }

    private static String machine(int runs) {
        Runtime runtime = Runtime.getRuntime();
        return runtime.availableProcessors() + " processors, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", JDK " + System.getProperty("java.runtime.version") + " ("
                + System.getProperty("java.vendor") + "); medians of " + runs + " alternating runs. " + load();
    }

    private static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "" : String.format(Locale.ROOT, "Load average now %.1f.", load);
    }
}
