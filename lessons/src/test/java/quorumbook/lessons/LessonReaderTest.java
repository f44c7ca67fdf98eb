package quorumbook.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonReaderTest {
    @TempDir
    Path temp;

    @Test
    void takesALessonApartInReadingOrder() {
        Lesson lesson = read("""
                ---
                title: "A tree: built"
                ---
                # Znodes

                Prose of two
                lines.

                ```zk run
                zk create ${app} v1
                zk ls /
                ```

                ```predict next-suffix
                Which one?
                ```
                After it.

                ```check tree-is-built
                Look there.
                And there.

                Think this.
                ```
                """);

        assertThat(lesson.title()).isEqualTo("A tree: built");
        assertThat(lesson.blocks())
                .containsExactly(
                        new Block.Prose("# Znodes\n\nProse of two\nlines.", 4),
                        new Block.Run(Block.Language.ZK, "zk create ${app} v1\nzk ls /", 9),
                        new Block.Predict("next-suffix", "Which one?", 14),
                        new Block.Prose("After it.", 17),
                        new Block.CheckHints("tree-is-built", List.of("Look there.\nAnd there.", "Think this."), 19));
    }

    @Test
    void keepsCodeThatIsOnlyShownInTheProseAroundIt() {
        Lesson lesson = read("Before.\n\n```java\nint x;\n```\n\nAfter.\n");

        assertThat(lesson.blocks()).containsExactly(new Block.Prose("Before.\n\n```java\nint x;\n```\n\nAfter.", 1));
    }

    @Test
    void showsABlockThatItDoesNotUnderstandAsItIsWritten() {
        assertThat(read("```zk rnu\nls /\n```\n").blocks()).containsExactly(new Block.Prose("```zk rnu\nls /\n```", 1));
    }

    @Test
    void doesNotTakeAFenceInsideALongerFenceForABlock() {
        assertThat(read("````markdown\n```zk run\nls /\n```\n````\n").runs()).isEmpty();
    }

    @Test
    void readsWindowsLineEnds() {
        assertThat(read("---\r\ntitle: T\r\n---\r\n```zk run\r\nzk ls /\r\n```\r\n")
                        .runs())
                .containsExactly(new Block.Run(Block.Language.ZK, "zk ls /", 4));
    }

    @Test
    void fillsInTheValuesOfAnAttemptAndLeavesOthersToSee() {
        Lesson lesson = read("Create ${app}, then ${other}; $app stays.\n\n```check c\nLook at ${app}.\n```\n")
                .filledWith(Map.of("app", "/a$1"));

        assertThat(lesson.blocks())
                .containsExactly(
                        new Block.Prose("Create /a$1, then ${other}; $app stays.", 1),
                        new Block.CheckHints("c", List.of("Look at /a$1."), 3));
        assertThat(lesson.placeholders()).containsExactly("other");
    }

    @Test
    void givesTheHintsOfOneCheck() {
        Lesson lesson = read("```check a\nOne.\n\nTwo.\n```\n");

        assertThat(lesson.hints("a")).containsExactly("One.", "Two.");
        assertThat(lesson.hints("b")).isEmpty();
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> new LessonReader(temp).read(Folder.TREE))
                .isInstanceOf(LessonException.class)
                .hasMessageContaining("tree.md does not exist");
    }

    private Lesson read(String text) {
        return new Folder(temp).tree(text).readTree();
    }
}
