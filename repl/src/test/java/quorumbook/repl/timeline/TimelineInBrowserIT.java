package quorumbook.repl.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The page in a real browser, from a file. */
class TimelineInBrowserIT {
    private static final Map<String, ?> DESK =
            Map.of("width", 1280, "height", 900, "deviceScaleFactor", 1, "mobile", false);
    private static final Map<String, ?> PHONE =
            Map.of("width", 390, "height", 800, "deviceScaleFactor", 1, "mobile", true);
    private static final Path PICTURES = Path.of("target", "timeline");

    @TempDir
    static Path folder;

    private static Timeline timeline = TimelineTest.crash();
    private static URI page = URI.create("about:blank");
    private static Browser browser;

    @BeforeAll
    static void aBrowserIsNeeded() throws Exception {
        browser = Browser.need("timeline", folder);
        Path file = folder.resolve("timeline.html");
        Files.writeString(file, HtmlPage.of(timeline, "zookeeper/<i>later</i>-election"));
        page = file.toUri();
    }

    @AfterAll
    static void closeIt() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everythingCanBeSeen(String scheme) throws Exception {
        browser.prefer(scheme);
        browser.open(page, DESK);
        browser.picture(PICTURES.resolve("timeline-" + scheme + ".png"));

        assertThat(number("document.querySelectorAll('.names li:not(:first-child)').length"))
                .isEqualTo(timeline.lanes().size());
        assertThat(number("document.querySelectorAll('svg .mark').length"))
                .isEqualTo(timeline.moments().stream()
                        .mapToInt(moment -> moment.marks().size())
                        .sum());
        assertThat(browser.value(INVISIBLE)).as("marks that cannot be seen").isEmpty();
        assertThat(browser.value(contrasts()))
                .allSatisfy(contrast -> assertThat(contrast.get("ratio").asDouble())
                        .as("%s in %s", contrast, scheme)
                        .isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void lightAndDarkDiffer() throws Exception {
        browser.open(page, DESK);
        browser.prefer("light");
        String light =
                browser.value("getComputedStyle(document.body).backgroundColor").asString();
        browser.prefer("dark");
        assertThat(browser.value("getComputedStyle(document.body).backgroundColor")
                        .asString())
                .isNotEqualTo(light);
    }

    @Test
    void thePageDoesNotFetchAnythingAndComplainsOfNothing() throws Exception {
        browser.open(page, DESK);
        assertThat(browser.heard("Network.requestWillBeSent"))
                .extracting(sent -> sent.get("request").get("url").asString())
                .containsOnly(page.toString());
        assertThat(browser.heard("Log.entryAdded")).isEmpty();
        assertThat(browser.heard("Runtime.consoleAPICalled")).isEmpty();
        assertThat(browser.heard("Runtime.exceptionThrown")).isEmpty();
    }

    @Test
    void theListHasEveryMoment() throws Exception {
        browser.open(page, DESK);
        JsonNode said = browser.value("[...document.querySelectorAll('tr[id] td.what')].map(cell => cell.innerText)");
        for (int each = 0; each < timeline.moments().size(); each++) {
            Moment moment = timeline.moments().get(each);
            assertThat(said.get(each).asString()).startsWith(moment.words());
            moment.broken().forEach(claim -> assertThat(said.toString()).contains("Broken here: " + claim));
        }
        assertThat(said).hasSize(timeline.moments().size());
    }

    @Test
    void aScreenReaderFindsThePictureTheHeadingsAndTheTables() throws Exception {
        browser.open(page, DESK);
        List<JsonNode> nodes = browser.ask("Accessibility.getFullAXTree", Map.of())
                .get("nodes")
                .valueStream()
                .filter(node -> !node.path("ignored").asBoolean(false))
                .toList();
        assertThat(named(nodes, "heading"))
                .containsExactly(
                        "zookeeper/<i>later</i>-election",
                        "What the signs mean",
                        "Every moment",
                        "Who was what, and how long");
        assertThat(named(nodes, "image")).containsExactly("The attempt as lanes");
        assertThat(named(nodes, "table")).hasSize(2);
        assertThat(named(nodes, "link")).contains("To the list of moments", "31");
        assertThat(named(nodes, "region")).contains("The attempt, a picture that scrolls");
    }

    @Test
    void theKeyboardReachesThePictureAndEveryMoment() throws Exception {
        browser.open(page, DESK);
        assertThat(number("document.querySelectorAll('.scroll[tabindex=\"0\"], tr[id] a[href]').length"))
                .isEqualTo(1 + timeline.moments().size());
        assertThat(number("[...document.querySelectorAll('a[href^=\"#\"]')]"
                        + ".filter(a => !document.getElementById(a.getAttribute('href').slice(1))).length"))
                .isZero();
    }

    @Test
    void whatOthersWroteIsTextAndNothingElse() throws Exception {
        browser.open(page, DESK);
        assertThat(browser.value("document.querySelector('h1').innerText").asString())
                .isEqualTo("zookeeper/<i>later</i>-election");
        assertThat(number("document.querySelectorAll('b:not(.legend b), i, script').length"))
                .isZero();
    }

    @Test
    void aPhoneScrollsThePictureAndNotThePage() throws Exception {
        browser.prefer("light");
        browser.open(page, PHONE);
        browser.picture(PICTURES.resolve("timeline-phone.png"));
        assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    private static final String INVISIBLE = """
            [...document.querySelectorAll('svg .mark, svg text, h1, h2, td')].filter(each => {
              const box = each.getBoundingClientRect(), style = getComputedStyle(each);
              return box.width === 0 || box.height === 0 || style.visibility !== 'visible' || style.opacity === '0';
            }).map(each => each.textContent)""";

    /** The contrast of each kind of text with what is behind it, as WCAG 2 counts it. */
    private static String contrasts() {
        return """
            (() => {
              const parts = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
              const light = colour => {
                const [r, g, b] = parts(colour).map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const ratio = (one, other) => {
                const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
                return (bright + 0.05) / (dark + 0.05);
              };
              const paper = getComputedStyle(document.body).backgroundColor;
              const card = getComputedStyle(document.querySelector('.picture')).backgroundColor;
              const row = getComputedStyle(document.querySelector('svg .row')).fill;
              const seen = [];
              const look = (selector, property, behind) => document.querySelectorAll(selector).forEach(each =>
                  seen.push({selector, ratio: ratio(getComputedStyle(each)[property], behind)}));
              look('h1, h2, p, .legend li, caption', 'color', paper);
              look('.names li, .names small', 'color', card);
              look('td, th, strong.broken, td a, th a', 'color', row);
              look('svg .axis, svg .said, svg .broken-words', 'fill', row);
              look('svg .mark:not(.lead) text', 'fill', getComputedStyle(document.querySelector('.mark circle')).fill);
              look('svg .mark.lead text', 'fill', getComputedStyle(document.querySelector('.mark.lead circle')).fill);
              look('svg .fault-words', 'fill', getComputedStyle(document.querySelector('.band')).fill);
              return seen;
            })()""";
    }

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
