package quorumbook.repl.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The page as text; what a browser makes of it is seen in a browser. */
class HtmlPageTest {
    @Test
    void textOfOthersCannotBecomeMarkup() {
        Story story = new Story().typed("<script>alert(1)</script>").after(1).typed("\" onload='x' & \u202eevil\u0007");
        String page = HtmlPage.of(Timeline.of(story.history(), List.of()), "</title><script>");
        assertThat(page)
                .doesNotContain("<script")
                .doesNotContain("\u202e")
                .doesNotContain("\u0007")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&quot; onload=&#39;x&#39; &amp; \ufffdevil\ufffd");
    }

    @Test
    void nothingIsFetched() {
        String page = HtmlPage.of(TimelineTest.crash(), "zookeeper/later-election");
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "src=", "url(/", "@import")
                .contains("default-src 'none'");
    }

    @Test
    void aTimelineOfOneMomentIsAPageToo() {
        String page = HtmlPage.of(Timeline.of(new Story().typed("zk ls /").history(), List.of()), "zookeeper/tree");
        assertThat(page).contains("1 moment in 0.00 s").contains("you typed zk ls /");
    }
}
