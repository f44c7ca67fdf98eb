package quorumbook.labs.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static quorumbook.labs.zookeeper.Increments.BEGINS;
import static quorumbook.labs.zookeeper.Increments.RETURNED;
import static quorumbook.labs.zookeeper.Increments.THREW;

import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns(2);

    @Test
    void oneBeginsAndEndsAndThenTheNext() {
        assertThat(turns.take(BEGINS)).isTrue();
        assertThat(turns.take(RETURNED)).isTrue();
        assertThat(turns.take(BEGINS)).isTrue();
        assertThat(turns.take(THREW)).isTrue();
        assertThat(turns.areOver()).isTrue();
    }

    @Test
    void nothingIsOverBeforeAllHaveEnded() {
        turns.take(BEGINS);
        turns.take(RETURNED);
        assertThat(turns.areOver()).isFalse();

        turns.take(BEGINS);
        assertThat(turns.areOver()).isFalse();
    }

    @Test
    void nothingEndsTwice() {
        turns.take(BEGINS);
        turns.take(THREW);

        assertThat(turns.take(RETURNED)).isFalse();
        assertThat(turns.take(BEGINS)).isTrue();
    }

    @Test
    void nothingBeginsInsideOfAnother() {
        turns.take(BEGINS);

        assertThat(turns.take(BEGINS)).isFalse();
        assertThat(turns.take(RETURNED)).isTrue();
    }

    @Test
    void noMoreBeginThanThereAre() {
        for (int number = 0; number < 2; number++) {
            turns.take(BEGINS);
            turns.take(RETURNED);
        }

        assertThat(turns.take(BEGINS)).isFalse();
    }
}
