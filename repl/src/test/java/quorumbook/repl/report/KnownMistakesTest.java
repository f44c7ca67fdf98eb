package quorumbook.repl.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.repl.report.KnownMistakes.Mistake;
import quorumbook.repl.report.WrongAnswers.Group;
import quorumbook.repl.result.AttemptResult;

class KnownMistakesTest {
    private static final String ACKS = "kafka/acks";
    private static final Path OURS = Path.of("..", "answers");

    @TempDir
    Path folder;

    /** Two wrong answers that look the same, one of two checks, and one without a page. */
    static Path bundle(Path folder) throws IOException {
        Path wrong = Files.createDirectories(folder.resolve("kafka/acks/wrong"));
        wrongAnswer(wrong, "one-replica", "topic-keeps-copies", "All of one is one.", """
                ✗ the topic keeps copies  topic-keeps-copies
                  expected  payments-0b0c with 1 partition, 3 replicas
                  actual    1 partition, 1 replicas
                  see       kafka-topics --describe --topic payments-0b0c
                – records are acknowledged  records-are-acknowledged
                  skipped   judged once 'topic-keeps-copies' holds

                Not yet. /hint helps.
                """);
        wrongAnswer(wrong, "two-replicas", "topic-keeps-copies", "time limit: 5 s", """
                ✗ the topic keeps copies  topic-keeps-copies
                  expected  payments-0b0c with 1 partition, 3 replicas
                  actual    1 partition, 2 replicas
                  see       kafka-topics --describe --topic payments-0b0c
                """);
        wrongAnswer(wrong, "answers-nothing", "foretold-the-second", "No answer is no guess.", """
                ✗ you foretold the first  foretold-the-first
                ✗ you foretold the second  foretold-the-second
                  expected  an answer, sealed before the experiment
                  actual    no answer yet
                  see       /predict
                """);
        Files.writeString(wrong.resolve("never-proved.jsh"), "// caught by: topic-keeps-copies\n");
        return folder;
    }

    private static void wrongAnswer(Path wrong, String name, String check, String why, String page) throws IOException {
        Files.writeString(wrong.resolve(name + ".jsh"), "// caught by: " + check + "\n// " + why + "\nint x;\n// no\n");
        Files.writeString(wrong.resolve(name + ".page.txt"), page);
    }

    static AttemptResult likeOneReplica(String learner) {
        return new Handmade(learner, ACKS)
                .fail("topic-keeps-copies", "payments-ffe1 with 1 partition, 3 replicas", "1 partition, 1 replicas")
                .skipped("records-are-acknowledged", "judged once 'topic-keeps-copies' holds")
                .done();
    }

    @Test
    void aWrongAnswerIsKnownWhateverItsNamesAndNumbersAre() throws IOException {
        KnownMistakes known = KnownMistakes.in(bundle(folder));

        assertThat(known.like(likeOneReplica("ada")))
                .containsExactly(
                        new Mistake("one-replica", "topic-keeps-copies", "All of one is one."),
                        new Mistake("two-replicas", "topic-keeps-copies", ""));
    }

    @Test
    void checksThatSaySoTogetherAreReadTogether() throws IOException {
        AttemptResult result = new Handmade("ada", ACKS)
                .fail("foretold-the-first", "an answer, sealed before the experiment", "no answer yet")
                .fail("foretold-the-second", "an answer, sealed before the experiment", "no answer yet")
                .done();

        assertThat(KnownMistakes.in(bundle(folder)).like(result))
                .extracting(Mistake::name)
                .containsExactly("answers-nothing");
    }

    @Test
    void otherChecksOrOtherEvidenceAreAnotherMistake() throws IOException {
        KnownMistakes known = KnownMistakes.in(bundle(folder));
        String expected = "payments-ffe1 with 1 partition, 3 replicas";

        assertThat(known.like(new Handmade("ada", ACKS)
                        .fail("topic-keeps-copies", expected, "there is no such topic")
                        .done()))
                .isEmpty();
        assertThat(known.like(new Handmade("ada", ACKS)
                        .fail("topic-keeps-copies", expected, "1 partition, 1 replicas")
                        .fail("records-are-acknowledged", "1000", "999")
                        .done()))
                .isEmpty();
        assertThat(known.like(new Handmade("ada", "kafka/other")
                        .fail("topic-keeps-copies", expected, "1 partition, 1 replicas")
                        .done()))
                .isEmpty();
        assertThat(known.like(
                        new Handmade("ada", ACKS).pass("topic-keeps-copies").done()))
                .isEmpty();
    }

    @Test
    void learnersWithTheSameMistakeAreOneGroupAndTheMostFrequentIsFirst() throws IOException {
        Stream<AttemptResult> results = Stream.of(
                new Handmade("a", ACKS)
                        .fail("topic-keeps-copies", "a topic", "none")
                        .done(),
                likeOneReplica("b"),
                likeOneReplica("c"),
                new Handmade("d", ACKS).pass("topic-keeps-copies").done(),
                new Handmade("e", ACKS).unknown("topic-keeps-copies", "gone").done(),
                likeOneReplica("f"),
                new Handmade("g", ACKS)
                        .fail("topic-keeps-copies", "a topic", "a queue")
                        .done());

        List<Group> groups = WrongAnswers.in(results, Optional.of(KnownMistakes.in(bundle(folder))));

        assertThat(groups)
                .extracting(group ->
                        group.results().stream().map(AttemptResult::learner).toList())
                .containsExactly(List.of("b", "c", "f"), List.of("a", "g"));
        assertThat(groups.get(1).names()).isEmpty();
        assertThat(groups.get(1).evidence().get("topic-keeps-copies")).hasSize(2);
    }

    @Test
    void withoutABundleTheSameChecksAreOneGroup() {
        assertThat(WrongAnswers.in(Stream.of(likeOneReplica("a"), likeOneReplica("b")), Optional.empty()))
                .singleElement()
                .satisfies(group -> assertThat(group.names()).isEmpty());
    }

    @Test
    void everyWrongAnswerOfOursIsKnownByItsOwnPage() {
        KnownMistakes known = KnownMistakes.in(OURS);

        assertThat(known.like(new Handmade("ada", "zookeeper/compare-and-set")
                        .fail(
                                "every-write-builds-on-the-last",
                                "in 100 increments, each write moves the value by 1",
                                "17 updates are lost: overwritten by one that had read the same value")
                        .done()))
                .extracting(Mistake::name)
                .containsExactly("any-version-will-do", "lock-of-one-jvm", "w3-prints-success-words");
        assertThat(known.like(new Handmade("ada", "kafka/acks")
                        .fail(
                                "no-acknowledged-record-is-lost",
                                "every record that send reported, in payments-77fe",
                                "lost in round 1 are records that were reported, such as 1b1-3 of sender 2 and 1c1-31 of sender 3")
                        .done()))
                .extracting(Mistake::name)
                .contains("acks-one");
        assertThat(known.like(new Handmade("ada", "zookeeper/node-kinds")
                        .fail(
                                "plain-znodes-are-counted",
                                "the answer sealed when the last znode created was a plain one",
                                "the last one then was x0000000011, a sequential one")
                        .done()))
                .extracting(Mistake::name)
                .containsExactly("no-plain-znode-before-the-answer");
        assertThat(known.like(new Handmade("ada", "kafka/topics-and-order")
                        .fail(
                                "moves-were-foretold",
                                "your answer: ana-99fe, ben-0112, cleo-abcd",
                                "choosing another partition: ana-99fe")
                        .done()))
                .extracting(Mistake::name)
                .containsExactly("expects-all-keys-to-move");
    }

    @Test
    void anotherFolderIsRefusedWithWhatWasMeant() {
        assertThatThrownBy(() -> KnownMistakes.in(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("zookeeper/tree/wrong");
        assertThatThrownBy(() -> KnownMistakes.in(folder.resolve("nowhere")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
