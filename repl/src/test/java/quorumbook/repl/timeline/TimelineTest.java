package quorumbook.repl.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.observe.Role;
import quorumbook.labs.observe.Zxid;
import quorumbook.repl.page.Page;
import quorumbook.repl.terminal.look.GoldenText;
import quorumbook.repl.terminal.look.Look;
import quorumbook.repl.terminal.look.PageWriter;

class TimelineTest {
    private static final Look DRAWN = new Look(Look.Colours.OFF, Look.Signs.GLYPHS, Look.Motion.REPAINTS);
    private static final Look COLOURED = new Look(Look.Colours.ON, Look.Signs.GLYPHS, Look.Motion.REPAINTS);
    private static final Look SPOKEN = new Look(Look.Colours.OFF, Look.Signs.WORDS, Look.Motion.APPENDS);
    private static final Look DUMB = new Look(Look.Colours.OFF, Look.Signs.GLYPHS, Look.Motion.APPENDS);

    @Test
    void aCrashIsDrawn() throws IOException {
        check("crash-80.txt", DRAWN, LanePage.of(crash()));
    }

    @Test
    void aCrashIsDrawnInColours() throws IOException {
        check("crash-colours.txt", COLOURED, LanePage.of(crash()));
    }

    @Test
    void aCrashIsToldInWords() throws IOException {
        check("crash-spoken.txt", SPOKEN, LanePage.of(crash()));
    }

    @Test
    void aLockIsDrawn() throws IOException {
        check("lock-80.txt", DRAWN, LanePage.of(Timeline.of(Story.ofALock().history(), List.of())));
    }

    @Test
    void aMomentIsShownWithWhatWasAroundIt() throws IOException {
        check("around-80.txt", DRAWN, LanePage.around(crash(), 19));
    }

    @Test
    void aDumbTerminalGetsNothingDrawn() {
        assertThat(text(DUMB, LanePage.of(crash()))).doesNotContain("│", "┃", "★", "…");
    }

    @Test
    void aControllerThatIsSucceededServesOn() {
        Story story = new Story().controls(2, 4).after(9_000).controls(1, 5);
        Timeline timeline = Timeline.of(story.history(), List.of());

        assertThat(timeline.moments().get(1).words()).isEqualTo("kafka1 is the active controller, controller epoch 5");
        assertThat(timeline.state(Lane.of(NodeId.kafka(1)), 2)).contains(State.LEADS);
        assertThat(timeline.state(Lane.of(NodeId.kafka(2)), 1)).contains(State.LEADS);
        assertThat(timeline.state(Lane.of(NodeId.kafka(2)), 2)).contains(State.SERVES);
    }

    @Test
    void theEndOfASessionSaysWhoEndedIt() {
        Story story = new Story()
                .add(at -> new Event.SessionOpened(at, 0xa))
                .after(4_000)
                .add(at -> new Event.SessionEnded(at, 0xa, Zxid.of(0x10000000cL), true))
                .after(10)
                .add(at -> new Event.SessionEnded(at, 0xb, Zxid.of(0x10000000dL), false));

        assertThat(Timeline.of(story.history(), List.of()).moments())
                .extracting(Moment::words)
                .containsExactly(
                        "you opened session 0xa",
                        "your session 0xa expired, zxid 0x10000000c",
                        "your session 0xb was closed, zxid 0x10000000d");
    }

    @Test
    void noRowIsWiderThanTheWindow() {
        assertThat(new PageWriter(DRAWN).rows(LanePage.of(crash()), 80)).allMatch(row -> row.columns() <= 80);
    }

    @Test
    void everyEventStandsInOneMoment() {
        Story story = Story.ofACrash();
        assertThat(Timeline.of(story.history(), List.of()).moments())
                .flatExtracting(Moment::events)
                .containsExactlyInAnyOrderElementsOf(story.events());
    }

    @Test
    void theOrderOfEventsDoesNotMatter() {
        List<Event> shuffled = new ArrayList<>(Story.ofACrash().events());
        Collections.shuffle(shuffled, new Random(7));
        assertThat(Timeline.of(new History(new Given(1, Map.of()), shuffled), List.of()))
                .isEqualTo(Timeline.of(Story.ofACrash().history(), List.of()));
    }

    @Test
    void lanesAreServersThenClientsThenTheLearner() {
        assertThat(crash().lanes())
                .extracting(Lane::name)
                .containsExactly("zk1", "zk2", "zk3", "worker 1", "you", "workbook");
    }

    @Test
    void aFaultLastsUntilItIsHealed() {
        Timeline timeline = crash();
        assertThat(timeline.troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.words()).isEqualTo("zk2 crashed");
            assertThat(timeline.moments().get(trouble.from() - 1).words()).startsWith("zk2 crashed");
            assertThat(timeline.moments().get(trouble.to() - 1).words()).startsWith("healed: zk2 crashed");
        });
    }

    @Test
    void aFaultThatWasNeverHealedLasts() {
        Story story =
                new Story().seen(Role.LEADER).after(1).add(at -> new Event.Inflicted(at, "zk1 paused", List.of()));
        assertThat(Timeline.of(story.history(), List.of()).troubles())
                .extracting(Trouble::to)
                .containsExactly(3);
    }

    @Test
    void aLookThatWasUnderWayDuringAVerbIsNotBelieved() {
        Story story = new Story().seen(Role.LEADER).after(1_000).add(at -> Story.done(at, 1, "killed"));
        story.after(30).seen(Role.LEADER).after(1_000).seen(Role.DOWN);
        assertThat(Timeline.of(story.history(), List.of()).moments())
                .extracting(Moment::words)
                .hasSize(2)
                .last()
                .asString()
                .startsWith("zk1 killed");
    }

    @Test
    void anOperationWithoutAnswerIsToldFromItsBeginning() {
        Story story = new Story();
        story.invoked("worker 1", "/a", "1");
        assertThat(Timeline.of(story.history(), List.of()).moments())
                .extracting(Moment::words)
                .containsExactly("worker 1 asks: set /a = 1");
    }

    @Test
    void aClaimIsMarkedWhereItBroke() {
        Event lost = lost(Story.ofACrash());
        Moment moment = crash().momentOf(lost).orElseThrow();
        assertThat(moment.broken()).containsExactly("no acknowledged write is lost");
        assertThat(moment.events()).hasSize(2);
    }

    @Test
    void nothingIsDrawnOfNothing() {
        assertThat(Timeline.of(new Story().history(), List.of()).isEmpty()).isTrue();
    }

    static Timeline crash() {
        Story story = Story.ofACrash();
        return Timeline.of(story.history(), List.of(new Break("no acknowledged write is lost", List.of(lost(story)))));
    }

    /** The end of the last write before the crash. */
    private static Event lost(Story story) {
        return story.events().stream()
                .filter(event -> event instanceof Event.Ended ended && ended.operation() == 6)
                .filter(event -> ((Event.Ended) event).outcome() instanceof Outcome.Ok)
                .findFirst()
                .orElseThrow();
    }

    private static void check(String name, Look look, Page page) throws IOException {
        GoldenText.check("/quorumbook/repl/timeline/" + name, text(look, page));
    }

    private static String text(Look look, Page page) {
        return new PageWriter(look).text(page, 80);
    }
}
