package quorumbook.repl.terminal.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;
import quorumbook.repl.page.Tone;
import quorumbook.repl.terminal.look.Look.Colours;
import quorumbook.repl.terminal.look.Look.Motion;
import quorumbook.repl.terminal.look.Look.Signs;

class PageWriterTest {
    private static final Look COLOURED = new Look(Colours.ON, Signs.GLYPHS, Motion.REPAINTS);
    private static final Look BARE = new Look(Colours.OFF, Signs.GLYPHS, Motion.REPAINTS);
    private static final Look SPOKEN = new Look(Colours.OFF, Signs.WORDS, Motion.APPENDS);

    @Test
    void aLessonAt80ColumnsWithoutColours() throws IOException {
        GoldenText.check("lesson-80.txt", new PageWriter(BARE).text(lesson(), 80));
    }

    @Test
    void aLessonAt40ColumnsWithoutColours() throws IOException {
        GoldenText.check("lesson-40.txt", new PageWriter(BARE).text(lesson(), 40));
    }

    @Test
    void aLessonInColours() throws IOException {
        GoldenText.check("lesson-colours.txt", new PageWriter(COLOURED).text(lesson(), 80));
    }

    @Test
    void aLessonToBeHeard() throws IOException {
        GoldenText.check("lesson-spoken.txt", new PageWriter(SPOKEN).text(lesson(), 80));
    }

    @Test
    void aFailureInColours() throws IOException {
        GoldenText.check("failure-colours.txt", new PageWriter(COLOURED).text(failure(), 60));
    }

    @Test
    void aFailureInWords() throws IOException {
        GoldenText.check("failure-spoken.txt", new PageWriter(SPOKEN).text(failure(), 60));
    }

    @Test
    void proseIsNeverWiderThanTheWindow() throws IOException {
        Page prose = Page.markdown(GoldenText.resource("lesson.md").replaceAll("(?s)```.*?```", ""));
        for (int width = 20; width <= 120; width++) {
            assertThat(new PageWriter(BARE).rows(prose, width))
                    .allMatch(fits(Math.min(width, Look.PROSE_COLUMNS)), "fits into " + width);
        }
    }

    @Test
    void coloursAddNothingButEscapeSequences() throws IOException {
        Page page = failure();
        String coloured = new PageWriter(COLOURED).text(page, 60);
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(new PageWriter(BARE).text(page, 60));
    }

    @Test
    void controlCharactersInTheDataAreShownAndNotObeyed() {
        Page page = Page.of(Span.code("/app = \u001b[2J\u0007"));
        assertThat(new PageWriter(BARE).text(page, 80)).isEqualTo("/app = ^[[2J^G\n");
    }

    private static Predicate<Row> fits(int width) {
        return row -> row.columns() <= width;
    }

    private static Page lesson() throws IOException {
        return Page.markdown(GoldenText.resource("lesson.md"));
    }

    private static Page failure() {
        return Page.writing()
                .line(Span.bad("✗ "), Span.strong("writes succeed while one voter is down"))
                .indented(
                        12,
                        Span.faint("  expected  "),
                        Span.plain("every write to commit, because two of three voters are a majority"))
                .indented(
                        12,
                        Span.faint("  actual    "),
                        Span.plain("ConnectionLoss after 10 s; servers up: zk1，其余的服务器都没有运行，所以没有多数派"))
                .gap()
                .table(
                        List.of("server", "role", "remark"),
                        List.of(
                                List.of(
                                        Span.code("zk1"),
                                        Span.good("● leader"),
                                        Span.plain("serves since the second election, which took 240 ms")),
                                List.of(Span.code("zk2"), Span.bad("○ down"), Span.plain(""))))
                .verbatim(
                        Tone.FAINT,
                        "  zk1 ──→ zk2\n   │\n  zk3   a line that is left alone however wide the window may be today\n")
                .done();
    }
}
