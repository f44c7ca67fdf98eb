package quorumbook.repl.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.AttemptResult.Blame;
import quorumbook.repl.timeline.Story;

/** The pages as text; what a browser makes of them is seen in a browser. */
class ReportPagesTest {
    private static final String TREE = "zookeeper/tree";

    @TempDir
    Path out;

    @Test
    void theClassIsTheFirstFileAndLeadsToEachLearner() throws Exception {
        List<Path> files = write(
                new Handmade("Åsa Öberg", TREE).pass("one").done(),
                new Handmade("ada", TREE).fail("one", "a", "b").done());

        assertThat(files).hasSize(3).allSatisfy(file -> assertThat(file).exists());
        assertThat(files.get(0)).isEqualTo(out.resolve("index.html"));
        Document index = parsed(files.get(0));
        assertThat(attributes(index, "a", "href"))
                .contains("learners/ada.html#zookeeper-tree")
                .filteredOn(href -> href.startsWith("learners/"))
                .allSatisfy(href ->
                        assertThat(out.resolve(href.replaceFirst("#.*", ""))).exists());
    }

    @Test
    void aVerdictIsASignAndAWord() throws Exception {
        String index = text(write(
                        new Handmade("a", TREE).pass("one").done(),
                        new Handmade("b", TREE).fail("one", "x", "y").done(),
                        new Handmade("c", TREE)
                                .unknown("one", "the server was gone")
                                .done(),
                        new Handmade("d", TREE)
                                .trouble(Blame.LEARNER, "no file")
                                .done())
                .get(0));

        assertThat(index).contains("✓ pass", "✗ fail", "? unknown", "– skipped");
    }

    @Test
    void whatNobodyCanTellIsForAPersonToLookAt() throws Exception {
        List<Path> files = write(
                new Handmade("c", TREE).unknown("one", "the server was gone").done(),
                new Handmade("d", TREE).pass("one").missing(2).done());

        assertThat(text(files.get(0)))
                .contains("For a person to look at", "2 results could not be told")
                .contains("the server was gone", "1 of 3 checks said something");
        assertThat(text(files.get(1))).contains("It is for a person to look at; nothing is charged.");
    }

    @Test
    void manyThatNobodyCanTellDoNotHideTheTable() throws Exception {
        Path index = write(IntStream.range(0, 30)
                        .mapToObj(each -> new Handmade("learner" + each, TREE)
                                .unknown("one", "gone")
                                .done())
                        .toArray(AttemptResult[]::new))
                .get(0);

        assertThat(text(index)).contains("30 results could not be told", "The other 18");
        assertThat(elements(parsed(index), "details").count()).isEqualTo(1);
    }

    @Test
    void aLearnersPageHasEverythingThatACheckSaid() throws Exception {
        AttemptResult result = new Handmade("ada", TREE)
                .titled("The tree")
                .pass("the-first-holds")
                .fail("the-second-breaks", "49 crates", "48 crates")
                .skipped("the-third-waits", "judged once 'the-second-breaks' holds")
                .limit("limit: processes")
                .printed("Created /shop")
                .done();

        assertThat(text(write(result).get(1)))
                .contains("The tree", TREE, "the second breaks", "the-second-breaks")
                .contains("expected 49 crates", "actual 48 crates", "see zk ls /", "hint look at zk ls <b> again")
                .contains("seen it was seen", "skipped judged once 'the-second-breaks' holds")
                .contains("limit: processes", "Created /shop", "Seed 4711");
    }

    @Test
    void theTimelineShowsWhereItBroke() throws Exception {
        Story story = new Story()
                .typed("zk create /a")
                .after(100)
                .typed("zk delete /a")
                .after(50)
                .typed("zk ls /");
        AttemptResult one = new Handmade("ada", TREE).fail("one", "x", "y", 1).done();
        AttemptResult other = new Handmade("ada", "zookeeper/lock")
                .fail("one", "x", "y", 0, 2, 99)
                .done();
        List<Path> files =
                ReportPages.write(out, List.of(one, other), each -> Optional.of(story.history()), Optional.empty());

        Document page = parsed(files.get(1));
        assertThat(text(page)).contains("it broke at moment 2", "it broke at moment 1, moment 3");
        List<String> ids = attributes(page, "*", "id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(attributes(page, "a", "href"))
                .filteredOn(href -> href.startsWith("#"))
                .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
    }

    @Test
    void aTimelineThatNobodyCouldReadIsNotDrawn() throws Exception {
        Story story = new Story();
        IntStream.range(0, 2_000).forEach(each -> story.after(1).typed("zk ls /" + each));
        AttemptResult result =
                new Handmade("ada", TREE).fail("one", "x", "y", 1).done();
        Path page = ReportPages.write(out, List.of(result), each -> Optional.of(story.history()), Optional.empty())
                .get(1);

        assertThat(text(page)).contains("2000 moments, too many to be drawn").doesNotContain("it broke at");
        assertThat(Files.size(page)).isLessThan(100_000);
    }

    static List<String> hostile() {
        return List.of(
                "<script>alert(1)</script>",
                "</title><script src=//evil>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</pre></details></body><iframe src=javascript:alert(1)>",
                "<!--",
                "]]>",
                "&lt;b&gt; &amp;",
                "<style>*{display:none}</style>",
                "\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J \u001b",
                "\u202egnp.exe \u2066x\u2069 \u200f",
                "\u0000\u0001\u0008\u000c\u007f\u0085\ufffe\uffff \ud800 \udc00",
                "名前 Ελλάδα 😀 é̀́",
                "../../../../etc/passwd",
                "con",
                "javascript:alert(1)");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatALearnerWroteIsShownAndNeverObeyed(String text) throws Exception {
        AttemptResult result = new Handmade(text, TREE)
                .titled(text)
                .pass(text)
                .fail(text, text, text)
                .unknown(text, text)
                .skipped(text, text)
                .trouble(Blame.INFRASTRUCTURE, text)
                .limit(text)
                .printed(text)
                .sandbox(text)
                .done();
        List<Path> files = ReportPages.write(
                out,
                List.of(result),
                each -> Optional.of(new Story().typed(text).history()),
                Optional.empty());

        assertThat(files.get(1).toRealPath().getParent())
                .isEqualTo(out.resolve("learners").toRealPath());
        assertThat(files.get(1).getFileName().toString()).matches("[a-z0-9-]+\\.html");
        for (Path file : files) {
            assertThat(Files.readString(file)).doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u202e\u2066]");
            Document page = parsed(file);
            assertThat(page.getElementsByTagName("script").getLength()).isZero();
            assertThat(page.getElementsByTagName("img").getLength()).isZero();
            assertThat(page.getElementsByTagName("iframe").getLength()).isZero();
            assertThat(page.getElementsByTagName("style").getLength()).isEqualTo(1);
            assertThat(attributes(page, "a", "href"))
                    .allSatisfy(href -> assertThat(href)
                            .matches("(\\.\\./index\\.html|learners/[a-z0-9-]+\\.html)?(#[A-Za-z0-9-]+)?"));
            assertThat(names(page)).noneMatch(name -> name.startsWith("on"));
        }
    }

    @Test
    void coloursOfATerminalLeaveNothingBehind() throws Exception {
        AttemptResult result = new Handmade("ada", TREE)
                .fail("one", "\u001b[1;31mx\u001b[0m", "\u001b]0;evil\u0007y\u001b(B")
                .printed("\u001b[2Kone\r\ntwo\rthree")
                .done();

        assertThat(text(write(result).get(1)))
                .contains("expected x", "actual y", "one two three")
                .doesNotContain("[1;31m", "[0m", "evil", "[2K");
    }

    @Test
    void hugeTextsAreCutAndSaySo() throws Exception {
        String huge = "x".repeat(3_000_000);
        Path page = write(new Handmade(huge, TREE)
                        .fail("one", huge, huge)
                        .limit(huge)
                        .printed(huge)
                        .done())
                .get(1);

        assertThat(Files.size(page)).isLessThan(120_000);
        assertThat(text(page)).contains("(2998000 characters left out)", "(2980000 characters left out)");
    }

    @Test
    void noResultsAreAPageToo() throws Exception {
        List<Path> files = write();

        assertThat(files).hasSize(1);
        assertThat(text(files.get(0))).contains("There are no results yet");
    }

    @Test
    void theLaterOfTwoResultsCounts() throws Exception {
        String index = text(write(
                        new Handmade("ada", TREE).pass("one").done(5),
                        new Handmade("ada", TREE).unknown("one", "gone").done(1))
                .get(0));

        assertThat(index).contains("1 learner, 1 exercise, 1 result.").doesNotContain("For a person");
    }

    @Test
    void twoNamesThatLookAlikeHavePagesOfTheirOwn() throws Exception {
        List<String> names = List.of("ada", "Ada", "a/da", "a da", "a-da", "ADA", "a--da", "");
        List<Path> files = write(names.stream()
                .map(name -> new Handmade(name, TREE).pass("one").done())
                .toArray(AttemptResult[]::new));

        assertThat(files.stream()
                        .map(file -> file.toString().toLowerCase(Locale.ROOT))
                        .distinct())
                .hasSize(names.size() + 1);
    }

    @Test
    void thePageOfALearnerDoesNotNameAWrongAnswerNorAnotherLearner() throws Exception {
        Path bundle = KnownMistakesTest.bundle(out.resolve("answers"));
        List<Path> files = ReportPages.write(
                out,
                List.of(
                        KnownMistakesTest.likeOneReplica("ada"),
                        new Handmade("bob", "kafka/acks").pass("one").done()),
                each -> Optional.empty(),
                Optional.of(KnownMistakes.in(bundle)));

        assertThat(text(files.get(0))).contains("one-replica");
        assertThat(Files.readString(files.get(1))).doesNotContain("one-replica").doesNotContain("bob");
    }

    @Test
    void nothingIsFetched() throws Exception {
        for (Path file : write(new Handmade("ada", TREE).fail("one", "x", "y").done())) {
            assertThat(Files.readString(file))
                    .doesNotContain("http:", "https:", "src=", "url(/", "url(h", "@import")
                    .contains("default-src 'none'");
        }
    }

    private List<Path> write(AttemptResult... results) throws IOException {
        return ReportPages.write(out, List.of(results), each -> Optional.empty(), Optional.empty());
    }

    private static Document parsed(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        // A page is XML with a doctype that names no file.
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(Files.readString(file))));
    }

    private static String text(Path file) throws Exception {
        return text(parsed(file));
    }

    /** What is read on the page, with single blanks. */
    private static String text(Document page) {
        return texts(page.getElementsByTagName("body").item(0)).replaceAll("\\s+", " ");
    }

    private static String texts(org.w3c.dom.Node node) {
        if (node.getNodeType() == org.w3c.dom.Node.TEXT_NODE) {
            return node.getNodeValue();
        }
        String inner = stream(node.getChildNodes()).map(ReportPagesTest::texts).collect(Collectors.joining());
        boolean isInline = List.of("span", "b", "bdi", "a", "code").contains(node.getNodeName());
        return isInline ? inner : inner + " ";
    }

    private static List<String> attributes(Document page, String tag, String name) {
        return elements(page, tag)
                .map(element -> element.getAttribute(name))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static List<String> names(Document page) {
        List<String> names = new ArrayList<>();
        elements(page, "*")
                .forEach(element -> IntStream.range(0, element.getAttributes().getLength())
                        .forEach(each ->
                                names.add(element.getAttributes().item(each).getNodeName())));
        return names;
    }

    private static Stream<Element> elements(Document page, String tag) {
        return stream(page.getElementsByTagName(tag)).map(Element.class::cast);
    }

    private static Stream<org.w3c.dom.Node> stream(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
    }
}
