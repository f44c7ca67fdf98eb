package quorumbook.repl.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import quorumbook.repl.page.Screen.Stream;

class BoundedScreenTest {
    private final AtomicInteger floods = new AtomicInteger();
    private final BoundedScreen screen = new BoundedScreen(10, 100, floods::incrementAndGet);

    @Test
    void keepsAllOfWhatIsShort() {
        screen.stream(Stream.OUT, "one");
        screen.show(Page.of(Span.plain("two")));

        assertThat(screen.text()).isEqualTo("one\ntwo\n");
        assertThat(floods).hasValue(0);
    }

    @Test
    void keepsTheBeginningAndTheEndOfWhatIsLong() {
        for (int i = 0; i < 10; i++) {
            screen.stream(Stream.ERR, "line " + i + "\n");
        }

        assertThat(screen.text()).isEqualTo("line 0\nlin\n… 50 characters left out …\n 8\nline 9\n");
    }

    @Test
    void keepsNoMoreOfOneHugePieceThanOfManySmallOnes() {
        screen.stream(Stream.OUT, "x".repeat(1_000_000) + "the end");

        assertThat(screen.text()).isEqualTo("xxxxxxxxxx\n… 999987 characters left out …\nxxxthe end");
    }

    @Test
    void tellsOnceThatItWasTooMuch() {
        screen.stream(Stream.OUT, "x".repeat(101));
        screen.stream(Stream.OUT, "x");

        assertThat(floods).hasValue(1);
    }
}
