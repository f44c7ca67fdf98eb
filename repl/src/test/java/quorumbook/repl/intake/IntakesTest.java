package quorumbook.repl.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakesTest {
    private static final List<String> EXERCISES = List.of("zookeeper/tree", "kafka/acks");

    @TempDir
    private Path temp;

    private Path group;

    @BeforeEach
    void make() throws IOException {
        group = Files.createDirectory(temp.resolve("class"));
    }

    @Test
    void aFolderWithATrackInItIsOneSubmission() throws IOException {
        answer(group.resolve("alice"));

        assertThat(learners(group.resolve("alice"))).containsExactly("alice");
    }

    @Test
    void anyOtherFolderIsAClass() throws IOException {
        answer(group.resolve("alice"));
        answer(group.resolve("bob"));
        Files.createDirectory(group.resolve("empty"));
        Zips.zip().with("zookeeper/tree.jsh", "1").at(group.resolve("carol.zip"));
        Files.writeString(group.resolve("dave.rar"), "Rar!");
        Files.writeString(group.resolve(".DS_Store"), "");
        Files.writeString(group.resolve("roster.csv"), "alice,bob");

        Intakes intakes = Intakes.of(List.of(group), EXERCISES);

        assertThat(intakes.learners())
                .extracting(Intake::learner)
                .containsExactly("alice", "bob", "carol", "dave.rar", "empty");
        assertThat(intakes.learners().get(3).exercises().values())
                .containsOnly(new Handed.Refused("The submission is neither a folder nor a zip."));
        assertThat(intakes.remarks())
                .singleElement()
                .asString()
                .startsWith("roster.csv in ")
                .endsWith(" is no submission, and is not taken.");
    }

    @Test
    void whatAnEarlierRunWroteIsNoSubmission() throws IOException {
        answer(group.resolve("alice"));
        Files.createDirectories(group.resolve("graded/receipts/alice/zookeeper"));
        Files.writeString(group.resolve("graded/index.jsonl"), "");

        assertThat(learners(group)).containsExactly("alice");
    }

    @Test
    void aClassOfOneWhoHasTheNameOfATrackIsAClass() throws IOException {
        answer(group.resolve("zookeeper"));
        answer(group.resolve("alice"));

        assertThat(learners(group)).containsExactly("alice", "zookeeper");
    }

    @Test
    void aCheckoutWithoutAnswersIsOneSubmissionAndACheckoutOfAClassIsNot() throws IOException {
        Path own = Files.createDirectories(temp.resolve("erin"));
        Files.createDirectories(own.resolve(".git"));
        Files.createDirectories(own.resolve("src"));
        Files.createDirectories(group.resolve(".git"));
        answer(group.resolve("alice"));

        assertThat(learners(own)).containsExactly("erin");
        assertThat(learners(group)).containsExactly("alice");
    }

    @Test
    void oneThatIsBrokenHarmsNoOther() throws IOException {
        answer(group.resolve("alice"));
        Files.writeString(group.resolve("broken.zip"), "PK\3\4 and then nothing");
        Files.createSymbolicLink(group.resolve("link"), temp);
        Files.createSymbolicLink(group.resolve("loop"), group.resolve("loop"));
        answer(group.resolve("zoe"));

        Intakes intakes = Intakes.of(List.of(group), EXERCISES);

        assertThat(intakes.learners())
                .extracting(Intake::learner)
                .containsExactly("alice", "broken", "link", "loop", "zoe");
        assertThat(intakes.learners().get(0).exercises().values()).hasOnlyElementsOfType(Handed.Text.class);
        assertThat(intakes.learners().get(1).exercises().values())
                .hasSize(2)
                .hasOnlyElementsOfType(Handed.Refused.class);
        assertThat(intakes.learners().get(2).exercises().values()).hasOnlyElementsOfType(Handed.Unread.class);
        assertThat(intakes.learners().get(3).exercises().values()).hasOnlyElementsOfType(Handed.Unread.class);
        assertThat(intakes.learners().get(4).exercises().values()).hasOnlyElementsOfType(Handed.Text.class);
    }

    @Test
    void namesDoNotDependOnTheOrderInWhichSubmissionsAreGiven() throws IOException {
        List<Path> given = new ArrayList<>();
        for (String each : List.of("a/alice", "b/Alice", "c/alice", "d/alice-2", "e/bob")) {
            answer(temp.resolve(each));
            given.add(temp.resolve(each));
        }
        given.add(temp.resolve("e/../e/bob"));
        Intakes intakes = Intakes.of(given, EXERCISES);

        assertThat(intakes.learners())
                .extracting(Intake::learner)
                .containsExactly("alice", "Alice-3", "alice-4", "alice-2", "bob");
        assertThat(intakes.learners().get(1).remarks())
                .singleElement()
                .asString()
                .startsWith("Called Alice-3 here, since another submission is called Alice too; this one is /")
                .endsWith("/b/Alice.");
        for (int order = 0; order < 5; order++) {
            Collections.shuffle(given, new Random(order));
            assertThat(Intakes.of(given, EXERCISES)).isEqualTo(intakes);
        }
    }

    @Test
    void oddNamesAreMadeHarmlessAndToldApart() throws IOException {
        String composed = Normalizer.normalize("José", Normalizer.Form.NFC);
        String decomposed = Normalizer.normalize("José", Normalizer.Form.NFD);
        for (String each : List.of(
                composed, decomposed, "..x", "-rf", "=cmd()", "a\tb\u001b[2J", "李 雷", "nul", " ", "\u202egnp")) {
            answer(group.resolve(each));
        }

        Intakes intakes = Intakes.of(List.of(group), EXERCISES);

        assertThat(intakes.learners())
                .extracting(Intake::learner)
                .containsExactlyInAnyOrder(
                        composed, composed + "-2", "rf", "cmd", "a-b-2J", "李-雷", "_nul", "learner", "gnp");
        assertThat(intakes.learners().stream()
                        .filter(each -> each.learner().equals("a-b-2J"))
                        .findFirst()
                        .orElseThrow()
                        .remarks())
                .containsExactly("Handed in as 'a\\u{9}b\\u{1b}[2J', called a-b-2J here.");
    }

    @Test
    void aPathThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Intakes.of(List.of(temp.resolve("submisions")), EXERCISES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no " + temp.resolve("submisions") + ".");
    }

    private static List<String> learners(Path given) {
        return Intakes.of(List.of(given), EXERCISES).learners().stream()
                .map(Intake::learner)
                .toList();
    }

    private static void answer(Path learner) throws IOException {
        Files.createDirectories(learner.resolve("zookeeper"));
        Files.writeString(learner.resolve("zookeeper/tree.jsh"), "zk ls /\n");
    }
}
