package quorumbook.repl.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quorumbook.labs.history.Event;

class FoldingTest {
    private final Story story = Story.ofACrash();

    @Test
    void operationsThatWentWellShareAMoment() {
        IntStream.range(0, 1_000).forEach(each -> story.after(1).acknowledged("worker 2", "/x", "" + each, each));
        Timeline whole = Timeline.of(story.history(), List.of());
        Timeline folded = whole.folded(100);

        assertThat(folded.moments()).hasSizeLessThan(60);
        assertThat(folded.moments().get(folded.moments().size() - 1).words())
                .contains("1000 operations acknowledged, the last: worker 2: set /x = 999 acknowledged");
        assertThat(folded.moments())
                .extracting(Moment::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, folded.moments().size())
                                .boxed()
                                .toList());
        assertThat(folded.moments().stream().flatMap(moment -> moment.events().stream()))
                .containsExactlyElementsOf(whole.moments().stream()
                        .flatMap(moment -> moment.events().stream())
                        .toList());
    }

    @Test
    void everybodyIsAfterwardsWhatTheyWere() {
        Timeline whole = Timeline.of(story.history(), List.of());
        Timeline folded = whole.folded(0);

        assertThat(folded.moments().size()).isLessThan(whole.moments().size());
        for (Moment moment : folded.moments()) {
            Moment last = whole.momentOf(moment.events().get(moment.events().size() - 1))
                    .orElseThrow();
            for (Lane lane : whole.lanes()) {
                assertThat(folded.state(lane, moment.number())).isEqualTo(whole.state(lane, last.number()));
                assertThat(folded.isTroubled(lane, moment.number())).isEqualTo(whole.isTroubled(lane, last.number()));
            }
        }
    }

    @Test
    void whereAClaimBrokeStaysAMomentOfItsOwn() {
        IntStream.range(0, 20).forEach(each -> story.after(1).acknowledged("worker 2", "/x", "" + each, each));
        Event broken = story.events().get(story.events().size() - 9);
        Timeline folded = Timeline.of(story.history(), List.of(new Break("nothing is lost", List.of(broken))))
                .folded(0);

        assertThat(folded.momentOf(broken).orElseThrow().broken()).containsExactly("nothing is lost");
        assertThat(folded.momentOf(broken).orElseThrow().events()).hasSize(2);
    }

    @Test
    void aShortOneStaysAsItIs() {
        Timeline whole = Timeline.of(story.history(), List.of());

        assertThat(whole.folded(500)).isSameAs(whole);
    }
}
