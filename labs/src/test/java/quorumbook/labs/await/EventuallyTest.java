package quorumbook.labs.await;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventuallyTest {
    @Test
    void whatComesSoonIsLookedForOftenAndWhatTakesLongRarely() {
        assertThat(Eventually.afterHavingWaited(Duration.ZERO)).isEqualTo(Duration.ofMillis(1));
        assertThat(Eventually.afterHavingWaited(Duration.ofMillis(40))).isEqualTo(Duration.ofMillis(10));
        assertThat(Eventually.afterHavingWaited(Duration.ofSeconds(10))).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void oneLookIsTakenHoweverShortTheDeadline() throws InterruptedException {
        assertThat(Eventually.holds(Duration.ZERO, () -> true)).isTrue();
        assertThat(Eventually.holds(Duration.ZERO, () -> false)).isFalse();
    }
}
