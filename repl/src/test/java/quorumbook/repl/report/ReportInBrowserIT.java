package quorumbook.repl.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorumbook.labs.await.Eventually;
import quorumbook.repl.timeline.Browser;
import tools.jackson.databind.JsonNode;

/** The pages of a class of 40 in a real browser, from files. */
class ReportInBrowserIT {
    private static final Path PICTURES = Path.of("target", "report");

    @TempDir
    static Path folder;

    private static Path out = Path.of("");
    private static Browser browser;

    @BeforeAll
    static void aBrowserIsNeeded() throws Exception {
        browser = Browser.need("report", folder);
        out = folder.resolve("report");
        ReportPages.write(
                out,
                MadeUpClass.results(),
                MadeUpClass::history,
                Optional.of(KnownMistakes.in(KnownMistakesTest.bundle(folder.resolve("answers")))),
                MadeUpClass.EXERCISES);
    }

    @AfterAll
    static void closeIt() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everyResultIsSeenInTheTable() throws Exception {
        open("index.html", 1280);
        assertThat(number("document.querySelectorAll('.matrix tbody tr').length"))
                .isEqualTo(40);
        assertThat(number("document.querySelectorAll('.matrix tbody td:not(.number)').length"))
                .isEqualTo(40 * 13);
        assertThat(browser.value("""
                        [...document.querySelectorAll('.matrix tbody td, .matrix th')].filter(each => {
                          const box = each.getBoundingClientRect();
                          return box.width === 0 || box.height === 0 || each.innerText.trim() === '';
                        }).map(each => each.outerHTML)""")).as("cells that cannot be seen").isEmpty();
        assertThat(browser.value("""
                        [...document.querySelectorAll('.matrix tbody td .word, .matrix thead a')].filter(each => {
                          const cell = each.closest('td, th').getBoundingClientRect(), box = each.getBoundingClientRect();
                          return box.right > cell.right + 1 || box.left < cell.left - 1;
                        }).map(each => each.textContent)""")).as("words that do not fit their cell").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, 1280, light", "index.html, 1280, dark", "index.html, 390, light",
        "learners/learner-07.html, 1280, light", "learners/learner-07.html, 1280, dark",
                "learners/learner-07.html, 390, dark"
    })
    void aPageIsReadableAndDoesNotScrollToTheSide(String page, int width, String scheme) throws Exception {
        browser.prefer(scheme);
        open(page, width);
        browser.value("document.querySelectorAll('details').forEach(each => each.open = true)");
        browser.picture(PICTURES.resolve(page.replaceAll("\\W+", "-") + "-" + width + "-" + scheme + ".png"));

        assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        JsonNode faint = browser.value(CONTRASTS);
        assertThat(faint.get("looked").asInt()).isGreaterThan(100);
        assertThat(faint.get("faint")).as("text that is hard to read").isEmpty();
    }

    @Test
    void theHeadOfTheTableStaysWhileThePageScrolls() throws Exception {
        open("index.html", 1280);
        browser.value("document.querySelectorAll('.matrix tbody tr')[30].scrollIntoView({block: 'center'})");
        assertThat(number("document.querySelector('.matrix thead').getBoundingClientRect().top"))
                .isBetween(0, 5);
    }

    @Test
    void onAPhoneTheTableScrollsAndTheNamesStay() throws Exception {
        open("index.html", 390);
        assertThat(number("document.querySelector('.matrix').scrollWidth")).isGreaterThan(390);
        browser.value("document.querySelector('.matrix').scrollBy(500, 300)");
        assertThat(number("document.querySelectorAll('.matrix tbody .who')[9].getBoundingClientRect().left"))
                .isBetween(0, 20);
        assertThat(number("document.querySelector('.matrix thead').getBoundingClientRect().top"
                        + " - document.querySelector('.matrix').getBoundingClientRect().top"))
                .isBetween(0, 3);
    }

    @Test
    void theTableLeadsToTheLearnersExercise() throws Exception {
        open("index.html", 1280);
        browser.value("document.querySelectorAll('.matrix td.fail a')[0].click()");
        assertThat(Eventually.holds(
                        Duration.ofSeconds(20),
                        () -> browser.value("location.pathname + ' ' + (document.querySelector(':target') || {}).id")
                                .asString()
                                .matches(".*learners/[a-z0-9-]+\\.html (zookeeper|kafka)-.*")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"index.html", "learners/learner-07.html"})
    void aPageFetchesNothingAndComplainsOfNothing(String page) throws Exception {
        int before = browser.heard("Network.requestWillBeSent").size();
        open(page, 1280);
        assertThat(browser.heard("Network.requestWillBeSent").stream().skip(before))
                .extracting(sent -> sent.get("request").get("url").asString())
                .containsOnly(out.resolve(page).toUri().toString());
        assertThat(browser.heard("Log.entryAdded")).isEmpty();
        assertThat(browser.heard("Runtime.consoleAPICalled")).isEmpty();
        assertThat(browser.heard("Runtime.exceptionThrown")).isEmpty();
        assertThat(number("document.scripts.length")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"index.html", "learners/learner-07.html"})
    void everyLinkOfAPageLeadsSomewhereAndNoNameIsGivenTwice(String page) throws Exception {
        open(page, 1280);
        assertThat(browser.value("""
                        [...document.querySelectorAll('a[href^="#"]')]
                            .filter(a => !document.getElementById(a.getAttribute('href').slice(1))).map(a => a.outerHTML)""")).isEmpty();
        assertThat(number("""
                        (() => { const ids = [...document.querySelectorAll('[id]')].map(each => each.id);
                                 return ids.length - new Set(ids).size; })()""")).isZero();
    }

    @Test
    void aScreenReaderFindsTheHeadingsTheTableAndTheWords() throws Exception {
        open("index.html", 1280);
        List<JsonNode> nodes = browser.ask("Accessibility.getFullAXTree", Map.of())
                .get("nodes")
                .valueStream()
                .filter(node -> !node.path("ignored").asBoolean(false))
                .toList();
        assertThat(named(nodes, "heading"))
                .startsWith(
                        "Class report",
                        "For a person to look at",
                        "Learners and exercises",
                        "Which wrong answers were given");
        assertThat(named(nodes, "region")).contains("Learners and exercises");
        assertThat(named(nodes, "columnheader")).contains("zookeeper", "controller-election");
        assertThat(named(nodes, "rowheader")).contains("learner-07");
        assertThat(named(nodes, "link")).contains("To the table of learners", "fail: learner-07, kafka/acks");
    }

    @Test
    void theKeyboardReachesTheTableAndEveryResult() throws Exception {
        open("index.html", 1280);
        assertThat(number("document.querySelectorAll('.matrix[tabindex=\"0\"]').length"))
                .isEqualTo(1);
        assertThat(number("document.querySelectorAll('.matrix td:not(.absent):not(.number) a[href]').length"))
                .isEqualTo(MadeUpClass.results().size());
    }

    private static void open(String page, int width) throws Exception {
        browser.open(
                out.resolve(page).toUri(),
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
    }

    /** The contrast of each text with what is behind it, as WCAG 2 counts it; marks in pictures are seen elsewhere. */
    private static final String CONTRASTS = """
            (() => {
              const parts = colour => colour.match(/[\\d.]+/g).map(Number);
              const light = colour => {
                const [r, g, b] = parts(colour).slice(0, 3)
                    .map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const behind = each => {
                const colour = getComputedStyle(each).backgroundColor, alpha = parts(colour)[3];
                return alpha === 0 && each.parentElement ? behind(each.parentElement) : colour;
              };
              let looked = 0;
              const faint = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const each = texts.currentNode.parentElement;
                if (!texts.currentNode.data.trim() || each.closest('svg')) continue;
                const [dark, bright] = [light(getComputedStyle(each).color), light(behind(each))].sort((a, b) => a - b);
                looked++;
                if ((bright + 0.05) / (dark + 0.05) < 4.5) faint.push(each.outerHTML.slice(0, 200));
              }
              return {looked, faint};
            })()""";

    private static int number(String expression) {
        return browser.value(expression).asInt();
    }

    private static List<String> named(List<JsonNode> nodes, String role) {
        return nodes.stream()
                .filter(node -> node.path("role").path("value").asString("").equals(role))
                .map(node -> node.path("name").path("value").asString(""))
                .toList();
    }
}
