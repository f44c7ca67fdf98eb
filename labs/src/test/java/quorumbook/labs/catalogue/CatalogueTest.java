package quorumbook.labs.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorumbook.labs.Check;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;

class CatalogueTest {
    @Test
    void findsALabByItsId() {
        assertThat(Catalogue.of(LabId.of("zookeeper/tree")).id()).isEqualTo(LabId.of("zookeeper/tree"));
    }

    @Test
    void notFoundListsWhatExists() {
        assertThatThrownBy(() -> Catalogue.of(LabId.of("zookeeper/three")))
                .hasMessageStartingWith("there is no exercise zookeeper/three; there are ")
                .hasMessageContainingAll(Catalogue.labs().stream()
                        .map(lab -> lab.id().toString())
                        .toArray(CharSequence[]::new));
    }

    @Test
    void everyCheckIsDeclaredOnceAndAfterWhatItNeeds() {
        for (Lab lab : Catalogue.labs()) {
            List<String> ids = lab.checks().stream().map(Check::id).toList();

            assertThat(ids).as(lab.id().toString()).doesNotHaveDuplicates();
            assertThat(lab.checks())
                    .allSatisfy(check -> check.needs()
                            .ifPresent(needed -> assertThat(ids.subList(0, ids.indexOf(check.id())))
                                    .contains(needed)));
        }
    }

    @Test
    void everyLabHasSomethingToReach() {
        assertThat(Catalogue.labs())
                .allSatisfy(
                        lab -> assertThat(lab.checks()).as(lab.id().toString()).anyMatch(check -> !check.isSafety()));
    }
}
