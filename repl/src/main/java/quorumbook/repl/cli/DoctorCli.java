package quorumbook.repl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import quorumbook.labs.cluster.Availability;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Backends;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Finding;
import quorumbook.labs.cluster.Finding.Level;
import quorumbook.repl.desk.Places;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;
import quorumbook.repl.terminal.PlainScreen;

/** Looks at everything that labs need here, and says what to do about what is missing. */
@Command(
        name = "doctor",
        description = "Say whether labs can run here, what was tried, and what to do.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 if labs can run, 4 if not."})
final class DoctorCli implements Callable<Integer> {
    @Mixin
    private final RuntimeOption runtime = new RuntimeOption();

    @Override
    public Integer call() {
        Page.Writing page = Page.writing();
        show(page, "this machine", Machine.examine(Places.ofThisUser()));
        for (Backend backend : Backends.all()) {
            List<Finding> findings = new ArrayList<>(backend.examine());
            if (backend.availability() instanceof Availability.Unavailable no) {
                findings.add(new Finding(Level.BAD, backend.name(), no.why(), no.remedy()));
            }
            show(page, "servers as " + backend.name(), findings);
        }
        int code = 0;
        try {
            Backends.Chosen chosen = Backends.choose(runtime.choice());
            page.line(
                    Span.good("Labs can run here, with servers as "
                            + chosen.backend().name() + ". "),
                    Span.plain(chosen.why()));
        } catch (ClusterException e) {
            page.line(Span.bad(String.valueOf(e.getMessage())));
            code = Quorumbook.TROUBLE;
        }
        PlainScreen.ofStandardStreams().show(page.done());
        return code;
    }

    private static void show(Page.Writing page, String title, List<Finding> findings) {
        page.line(Span.title(title));
        for (Finding finding : findings) {
            page.indented(6, mark(finding.level()), Span.plain(" " + finding.subject() + ": " + finding.found()));
            if (!finding.remedy().isBlank()) {
                page.indented(8, Span.plain("      → " + finding.remedy()));
            }
        }
        page.gap();
    }

    private static Span mark(Level level) {
        switch (level) {
            case GOOD:
                return Span.good("  ✓ ");
            case NOTE:
                return Span.warning("  – ");
            default:
                return Span.bad("  ✗ ");
        }
    }
}
