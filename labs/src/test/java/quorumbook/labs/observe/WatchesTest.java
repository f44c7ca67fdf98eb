package quorumbook.labs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WatchesTest {
    private final Watches watches = Watches.of("/price-1\n\t0x1\n\t0xffffffffffffffff\n/price-12\n\t0x1\n\n");

    @Test
    void aWatchCountsForEachSession() {
        assertThat(watches.on("/price-1")).isEqualTo(2);
        assertThat(watches.on("/price-12")).isEqualTo(1);
        assertThat(watches.on("/price")).isZero();
    }

    @Test
    void aSessionIsAskedForWhatItWatches() {
        assertThat(watches.by(1)).containsExactly("/price-1", "/price-12");
        assertThat(watches.by(-1)).containsExactly("/price-1");
        assertThat(watches.by(7)).isEmpty();
    }

    @Test
    void whereNobodyWatchesTheAnswerIsALineEnd() {
        assertThat(Watches.of("\n").sessions()).isEmpty();
    }
}
