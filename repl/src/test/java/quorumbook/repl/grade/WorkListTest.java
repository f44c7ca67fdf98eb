package quorumbook.repl.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quorumbook.lessons.LessonId;
import quorumbook.repl.grade.WorkList.Shape;

class WorkListTest {
    private static final List<Paper> CLASS = Stream.of("ana", "ben")
            .flatMap(learner -> Stream.of("zookeeper/tree", "kafka/acks", "zookeeper/install")
                    .map(exercise -> paper(learner, exercise)))
            .toList();

    @Test
    void whoHasAClusterGetsAllPapersForIt() {
        WorkList list = new WorkList(CLASS, WorkListTest::shape);

        assertThat(Stream.generate(() -> list.next(0)).limit(6).map(Optional::orElseThrow))
                .extracting(paper -> paper.exercise().name())
                .containsExactly("acks", "acks", "install", "install", "tree", "tree");
    }

    @Test
    void whoBeginsLaterGetsAnotherShapeWhereThereIsOne() {
        WorkList list = new WorkList(CLASS, WorkListTest::shape);

        Paper first = list.next(0).orElseThrow();
        Paper second = list.next(1).orElseThrow();

        assertThat(shape(second)).isNotEqualTo(shape(first));
    }

    @Test
    void helpsWithAShapeThatAnotherHasOnceNothingElseWaits() {
        WorkList list =
                new WorkList(List.of(paper("ana", "kafka/acks"), paper("ben", "kafka/acks")), WorkListTest::shape);

        list.next(0);

        assertThat(list.next(1)).map(Paper::learner).contains("ben");
    }

    @Test
    void leavesAShapeThatCannotBeThereTwiceToTheOneWhoHasIt() {
        WorkList list = new WorkList(
                List.of(paper("ana", "zookeeper/install"), paper("ben", "zookeeper/install")), WorkListTest::shape);

        list.next(0);

        assertThat(list.next(1)).isEmpty();
        assertThat(list.next(0)).map(Paper::learner).contains("ben");
    }

    @Test
    void whatIsPutLastIsDoneWhenNothingElseWaits() {
        WorkList list = new WorkList(
                Stream.of("ana kafka/acks", "ben kafka/acks", "cleo kafka/acks", "dora zookeeper/tree")
                        .map(each -> each.split(" "))
                        .map(each -> paper(each[0], each[1]))
                        .toList(),
                WorkListTest::shape);

        assertThat(list.next(0)).map(Paper::learner).contains("ana");
        list.putLast(0);

        assertThat(Stream.generate(() -> list.next(0)).limit(3).map(Optional::orElseThrow))
                .extracting(Paper::learner)
                .containsExactly("dora", "ben", "cleo");
    }

    @Test
    void givesTheSamePapersWhateverOrderTheyCameIn() {
        List<Paper> reversed = CLASS.stream()
                .sorted((one, other) -> -one.toString().compareTo(other.toString()))
                .toList();
        WorkList list = new WorkList(CLASS, WorkListTest::shape);
        WorkList other = new WorkList(reversed, WorkListTest::shape);

        assertThat(Stream.generate(() -> list.next(0)).limit(6).toList())
                .isEqualTo(Stream.generate(() -> other.next(0)).limit(6).toList());
    }

    private static Shape shape(Paper paper) {
        String name = paper.exercise().name();
        return new Shape(name, name.equals("install"));
    }

    private static Paper paper(String learner, String exercise) {
        return new Paper(learner, LessonId.of(exercise), "", "", 1);
    }
}
