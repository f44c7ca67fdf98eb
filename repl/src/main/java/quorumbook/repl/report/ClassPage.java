package quorumbook.repl.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.CheckResult;
import quorumbook.repl.result.Engine;
import quorumbook.repl.result.Outcome;

/** What a teacher sees first: how the class stands, whom to look at, and which mistakes were made. */
final class ClassPage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** More of them would push the table out of sight. */
    private static final int MOST_UNKNOWN = 12;

    private final Gradebook book;
    private final Optional<KnownMistakes> known;
    private final UnaryOperator<String> pages;

    /** @param pages the address of a learner's page */
    ClassPage(Gradebook book, Optional<KnownMistakes> known, UnaryOperator<String> pages) {
        this.book = book;
        this.known = known;
        this.pages = pages;
    }

    String page() {
        return Document.of("Class report", this::body);
    }

    private void body(Html html) {
        html.element("a", "To the table of learners", "class", "skip", "href", "#learners")
                .line();
        html.open("header").element("h1", "Class report");
        html.element("p", about(), "class", "about");
        if (!book.learners().isEmpty()) {
            html.open("div", "class", "summary");
            Document.tally(
                    html,
                    book.tally(),
                    book.learners().size() * book.exercises().size());
            html.close();
        }
        html.close().line().open("main");
        if (book.learners().isEmpty()) {
            html.element("p", "There are no results yet. Nobody's submission has been judged.");
        } else {
            unknown(html);
            new MatrixPart(book, pages).writeTo(html);
            new MistakesPart(book, known, pages).writeTo(html);
        }
        html.close().line().open("footer");
        book.results().map(AttemptResult::engine).distinct().forEach(engine -> html.element("p", judgedBy(engine)));
        html.close();
    }

    private String about() {
        List<Instant> times =
                book.results().map(AttemptResult::gradedAt).sorted().toList();
        String counts = count(book.learners().size(), "learner") + ", "
                + count(book.exercises().size(), "exercise") + ", "
                + count((int) book.results().count(), "result") + ".";
        return times.isEmpty()
                ? counts
                : counts + " Judged from " + TIME.format(times.get(0)) + " to "
                        + TIME.format(times.get(times.size() - 1)) + ".";
    }

    static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    static String judgedBy(Engine engine) {
        return "Judged by Quorumbook " + engine.version() + " with ZooKeeper " + engine.zookeeper() + ", Kafka "
                + engine.kafka() + ", and Kafka " + engine.kafkaOnZooKeeper() + " on ZooKeeper, servers as "
                + engine.runtime()
                + ", sandbox: " + engine.sandbox() + ", Java " + engine.java() + ".";
    }

    /** What a person should look at: no learner may be charged with it. */
    private void unknown(Html html) {
        List<AttemptResult> unknown = book.results()
                .filter(result -> result.verdict() == Outcome.UNKNOWN)
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "look", "class", "look")
                .element("h2", "For a person to look at", "id", "look");
        html.element(
                "p",
                count(unknown.size(), "result") + " could not be told. That is not the learner's fault and is never "
                        + "charged.");
        list(html, unknown.subList(0, Math.min(MOST_UNKNOWN, unknown.size())));
        if (unknown.size() > MOST_UNKNOWN) {
            html.open("details").element("summary", "The other " + (unknown.size() - MOST_UNKNOWN));
            list(html, unknown.subList(MOST_UNKNOWN, unknown.size()));
            html.close();
        }
        html.close().line();
    }

    private void list(Html html, List<AttemptResult> unknown) {
        html.open("ul", "class", "unknowns").line();
        unknown.forEach(result -> unknown(html, result));
        html.close();
    }

    private void unknown(Html html, AttemptResult result) {
        html.open("li").open("b");
        learner(html, result.learner(), pages.apply(result.learner()));
        html.close()
                .text(" ")
                .element("a", result.exercise(), "href", pages.apply(result.learner()) + "#" + anchor(result))
                .text(" ")
                .element(
                        "span", Plain.cut(whyUnknown(result), CheckPart.MOST) + (result.again() ? " (second run)" : ""))
                .close()
                .line();
    }

    static String anchor(AttemptResult result) {
        return new Gradebook.Exercise(result.exercise(), result.title()).anchor();
    }

    static void learner(Html html, String name, String page) {
        html.open("a", "href", page).element("bdi", Plain.cut(name, 80)).close();
    }

    private static String whyUnknown(AttemptResult result) {
        return result.trouble()
                .or(() -> result.checks().stream()
                        .filter(check -> check.verdict() == Outcome.UNKNOWN)
                        .findFirst()
                        .map(CheckResult::why))
                .orElse(result.checks().size() + " of " + result.declared() + " checks said something");
    }
}
