package quorumbook.labs.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockRolesTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 4711, -3, Long.MAX_VALUE})
    void eachFateMeetsOneCopyAndTheLastReleases(long seed) {
        LockRoles roles = LockRoles.draw(seed);

        assertThat(roles.holders())
                .extracting(LockRoles.Holder::copy)
                .isSorted()
                .doesNotContain(roles.diesWaiting());
        assertThat(roles.holders().subList(0, 3))
                .extracting(LockRoles.Holder::fate)
                .containsExactlyInAnyOrder(LockRoles.Fate.values());
        assertThat(roles.holders().get(3)).isEqualTo(new LockRoles.Holder(5, LockRoles.Fate.RELEASES));
    }

    @Test
    void noPlaceTellsWhoIsCutOffOrUnheardOrDies() {
        assertThat(LongStream.range(0, 200).mapToObj(LockRoles::draw).map(LockRoles::cutOff))
                .containsOnly(1, 2, 3, 4);
        assertThat(LongStream.range(0, 200).mapToObj(LockRoles::draw).map(LockRoles::unheard))
                .containsOnly(2, 3, 4, 5);
        assertThat(LongStream.range(0, 200).mapToObj(LockRoles::draw).map(LockRoles::diesWaiting))
                .containsOnly(2, 3, 4);
    }

    @Test
    void anotherTrialOfTheSameAttemptIsAnother() {
        assertThat(IntStream.range(0, 5)
                        .mapToObj(trial -> LockRoles.draw(4711 + trial))
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(2);
    }
}
