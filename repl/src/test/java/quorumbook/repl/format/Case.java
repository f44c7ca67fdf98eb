package quorumbook.repl.format;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.AttemptResult.Blame;
import quorumbook.repl.result.CheckResult;
import quorumbook.repl.result.Engine;
import quorumbook.repl.result.Outcome;
import quorumbook.repl.rubric.Declared;
import quorumbook.repl.rubric.Rubric;
import quorumbook.repl.rubric.Scored;

/** Each kind of result that every format must be able to tell. */
public enum Case {
    PASS(attempt("ada", "zookeeper/tree", passed("app-is-there"), passed("parent-was-kept"))),

    FAIL(attempt(
            "ada",
            "zookeeper/lock",
            passed("lock-is-taken"),
            failed("one-holder", ""),
            waiting("released", "one-holder"))),

    UNKNOWN(attempt(
            "ada",
            "kafka/acks",
            passed("topic-is-there"),
            unknown("nothing-lost"),
            waiting("in-order", "nothing-lost"))),

    /** Nobody did anything: what holds from the beginning earns nothing. */
    UNTOUCHED(attempt("ada", "zookeeper/tree", passed("root-was-kept"), failed("app-is-there", ""))),

    /** All was reached, and something that had to stay was broken. */
    UNSAFE(attempt("ada", "zookeeper/tree", failed("root-was-kept", ""), passed("app-is-there"))),

    /** A fail and an unknown at once: the fail is the verdict, the unknown stays open. */
    MIXED(attempt("ada", "kafka/acks", failed("topic-is-there", ""), unknown("nothing-lost"))),

    SKIPPED(troubled("ada", "zookeeper/tree", "there is no file zookeeper/tree.jsh", Blame.LEARNER)),

    OURS(troubled("ada", "zookeeper/tree", "the servers did not start", Blame.INFRASTRUCTURE)),

    EMPTY(with(attempt(""), "", List.of())),

    AGAIN(again(attempt("ada", "zookeeper/tree", passed("app-is-there")))),

    LIMITED(with(
            attempt("ada", "zookeeper/tree", failed("app-is-there", "")),
            "",
            List.of("limit: processes", "limit: time"))),

    HUGE(with(
            attempt("ada", "zookeeper/tree", failed("app-is-there", "x".repeat(300_000))),
            "y".repeat(300_000),
            List.of())),

    NON_ASCII(with(
            attempt("Zoë 张伟 🐘", "zookeeper/tree", failed("app-is-there", "znode /приложение holds “naïve 🦣”")),
            "Grüße\n数据\n",
            List.of())),

    CONTROL(with(
            attempt("e\u001b[31mve\u0000\n", "zookeeper/tree", failed("app-is-there", Case.NASTY)),
            Case.NASTY,
            List.of())),

    MARKUP(with(attempt("<b>bob</b>", "zookeeper/tree", failed("app-is-there", Case.MARKED)), Case.MARKED, List.of())),

    FORMULA(attempt("=HYPERLINK(\"http://x\",\"y\")", "zookeeper/tree", passed("app-is-there"))),

    CLASS(
            attempt("bob", "zookeeper/tree", passed("app-is-there"), failed("parent-was-kept", "")),
            attempt("ada", "zookeeper/tree", passed("app-is-there"), passed("parent-was-kept")),
            attempt("ada", "kafka/acks", unknown("nothing-lost")),
            attempt("bob", "kafka/acks", passed("nothing-lost")),
            troubled("cyd", "zookeeper/tree", "there is no file zookeeper/tree.jsh", Blame.LEARNER));

    private static final String NASTY =
            "red \u001b[31mtext\u001b[0m, title \u001b]0;pwned\u0007, NUL \u0000, bell \u0007, "
                    + "back\b\b\bspace, DEL \u007f, C1 \u009b2J, lone \ud800 and \udc00, none \uffff \ufdd0, RTL \u202egpj.exe, "
                    + "line\u2028separator, CR\r\nLF\ttab\u001b[2J";
    private static final String MARKED = "<script>alert('x')</script> & &amp; ]]> <![CDATA[ <!-- -->\n"
            + "<failure message=\"none\"/></testcase> **bold** [link](http://x) \"quoted\", \\ backslash";

    private static final Rubric RUBRIC = Rubric.plain(
            Map.of("zookeeper/tree", new Declared(List.of("root-was-kept", "app-is-there"), Set.of("root-was-kept"))));

    @SuppressWarnings("ImmutableEnumChecker") // made with List.of
    private final List<AttemptResult> results;

    Case(AttemptResult... results) {
        this.results = List.of(results);
    }

    List<AttemptResult> results() {
        return results;
    }

    public List<Scored> scored() {
        return results.stream().map(RUBRIC::scored).toList();
    }

    BigDecimal earned(String learner) {
        return scored().stream()
                .filter(each -> each.result().learner().equals(learner))
                .map(each -> each.points().earned())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** As file names have it. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static CheckResult passed(String id) {
        return check(id, Outcome.PASS, "seen in the history", "", "", "", Optional.empty());
    }

    private static CheckResult failed(String id, String actual) {
        return new CheckResult(
                id,
                claim(id),
                Outcome.FAIL,
                "",
                "znode /app holds v1",
                actual.isEmpty() ? "there is no znode /app" : actual,
                "zk get /app",
                Optional.of("Which command creates a znode?"),
                Optional.empty(),
                List.of(3, 5));
    }

    private static CheckResult unknown(String id) {
        return check(id, Outcome.UNKNOWN, "broker 2 could not be asked", "", "", "run it again", Optional.empty());
    }

    private static CheckResult waiting(String id, String needs) {
        return check(id, Outcome.SKIPPED, "judged once '" + needs + "' holds", "", "", "", Optional.of(needs));
    }

    private static CheckResult check(
            String id,
            Outcome verdict,
            String why,
            String expected,
            String actual,
            String see,
            Optional<String> needs) {
        return new CheckResult(id, claim(id), verdict, why, expected, actual, see, Optional.empty(), needs, List.of());
    }

    private static String claim(String id) {
        return "the claim " + id.replace('-', ' ');
    }

    private static AttemptResult attempt(String learner, String exercise, CheckResult... checks) {
        return attempt(learner, exercise, Optional.empty(), Blame.NOBODY, checks.length, checks);
    }

    private static AttemptResult attempt(String learner) {
        return attempt(learner, "zookeeper/tree", Optional.empty(), Blame.NOBODY, 0);
    }

    private static AttemptResult troubled(String learner, String exercise, String trouble, Blame blame) {
        return attempt(learner, exercise, Optional.of(trouble), blame, 3);
    }

    private static AttemptResult attempt(
            String learner,
            String exercise,
            Optional<String> trouble,
            Blame blame,
            int declared,
            CheckResult... checks) {
        return new AttemptResult(
                learner,
                exercise,
                "A title",
                "00000000-0000-0000-0000-000000000001",
                -7,
                trouble.isPresent() ? "" : "0123456789abcdef".repeat(4),
                Instant.parse("2026-11-22T10:00:00.123Z"),
                Duration.ofMillis(1230),
                new Engine("0.1.0", "3.9.5", "4.3.1", "3.9.2", "processes", "none", "17"),
                trouble,
                blame,
                List.of(),
                declared,
                List.of(checks),
                checks.length == 0 ? "" : "hello\n",
                false);
    }

    private static AttemptResult with(AttemptResult it, String output, List<String> limits) {
        return with(it, output, limits, it.again());
    }

    private static AttemptResult again(AttemptResult it) {
        return with(it, it.output(), it.limits(), true);
    }

    private static AttemptResult with(AttemptResult it, String output, List<String> limits, boolean again) {
        return new AttemptResult(
                it.learner(),
                it.exercise(),
                it.title(),
                it.attempt(),
                it.seed(),
                it.submitted(),
                it.gradedAt(),
                it.took(),
                it.engine(),
                it.trouble(),
                it.blame(),
                limits,
                it.declared(),
                it.checks(),
                output,
                again);
    }

    static Stream<Case> all() {
        return Stream.of(values());
    }
}
