package quorumbook.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {
    private static final String TITLE = "---\ntitle: T\n---\n";

    @TempDir
    Path temp;

    @Test
    void findsNothingInOurOwnLessons() {
        List<Problem> problems = Lint.of(ours());
        problems.stream()
                .filter(problem -> problem.weight() == Problem.Weight.WARNING)
                .forEach(System.out::println);

        assertThat(problems.stream().filter(problem -> problem.weight() == Problem.Weight.ERROR))
                .isEmpty();
    }

    @Test
    void findsNothingInTheTemplate() {
        assertThat(new LessonLint(ours().resolve("TEMPLATE.md")).problems()).isEmpty();
    }

    @Test
    void suggestsTheNearestKindOfBlock() {
        assertThat(ofTree(TITLE + "```zk rnu\nls /\n```\n")).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.what()).isEqualTo("'zk rnu' is no kind of block");
            assertThat(problem.instead()).startsWith("zk run");
        });
    }

    @Test
    void printsAsACompilerDoes() {
        assertThat(ofTree("Text.\n").get(0).toString()).isEqualTo("""
                        %s:1: error: the lesson has no title
                            instead  begin the file with three lines: ---, title: The words of the title, ---
                            then     mvn -q -pl lessons test""".formatted(temp.resolve("zookeeper/tree.md")));
    }

    @Test
    void refusesAnEmptyLadder() {
        assertThat(whats(TITLE + "```check a\n\n```\n")).containsExactly("check 'a' has an empty ladder");
    }

    @Test
    void refusesTheSameCheckTwice() {
        assertThat(whats(TITLE + "```check a\nX.\n```\n\n```check a\nY.\n```\n"))
                .containsExactly("there are two blocks 'check a' in this lesson");
    }

    @Test
    void allowsACheckAndAPredictionOfOneName() {
        assertThat(whats(TITLE + "```check a\nX.\n```\n\n```predict a\nY?\n```\n"))
                .isEmpty();
    }

    @Test
    void refusesAnIdThatIsNotKebabCase() {
        assertThat(whats(TITLE + "```check treeIsBuilt\nX.\n```\n")).containsExactly("'treeIsBuilt' is no check's id");
    }

    @Test
    void refusesAPlaceholderThatIsNotClosed() {
        assertThat(ofTree(TITLE + "Good ${app}.\nBad ${app and ${}.\n"))
                .extracting(Problem::line, Problem::what)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                5, "the placeholder at column 5 is not closed or not named"),
                        org.assertj.core.groups.Tuple.tuple(
                                5, "the placeholder at column 15 is not closed or not named"));
    }

    @Test
    void refusesAnUnknownKeyInTheFrontMatter() {
        assertThat(whats("---\ntitle: T\ntitel: U\n---\nText.\n"))
                .containsExactly("'titel' means nothing in the front matter");
    }

    @Test
    void refusesAFenceThatIsNeverClosed() {
        assertThat(whats(TITLE + "```zk run\nls /\n")).containsExactly("this fence is never closed");
    }

    @Test
    void refusesABlockThatMarkdownSeesAndTheReaderDoesNot() {
        assertThat(whats(TITLE + "- item\n\n  ```zk run\n  ls /\n  ```\n"))
                .containsExactly("'zk run' is inside a list or a quote");
    }

    @Test
    void refusesABlockThatTheReaderSeesAndMarkdownDoesNot() {
        assertThat(whats(TITLE + "<div>\n```zk run\nls /\n```\n</div>\n"))
                .containsExactly("Markdown does not see a block here (HTML around it?)");
    }

    @Test
    void warnsOfLongSentencesAndOfWordsThatBelittle() {
        assertThat(ofTree(TITLE + "word ".repeat(26) + "end.\n\nYou just type it.\n"))
                .allMatch(problem -> problem.weight() == Problem.Weight.WARNING)
                .extracting(Problem::what)
                .containsExactly("a sentence of 27 words", "'just' tells who is stuck that it is easy");
    }

    @Test
    void refusesALessonThatNoTrackLists() {
        new Folder(temp).tree(TITLE + "Text.\n").write("zookeeper/orphan.md", TITLE + "Text.\n");

        assertThat(Lint.of(temp)).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(temp.resolve("zookeeper/orphan.md"));
            assertThat(problem.instead()).isEqualTo("add '- orphan' to the lessons of track 'zookeeper'");
        });
    }

    @Test
    void namesTheFileThatIsNearestToAListedLessonWithoutOne() {
        new Folder(temp)
                .syllabus("tracks:\n  - name: zookeeper\n    lessons:\n      - tree\n      - node-kind\n")
                .write("zookeeper/tree.md", TITLE)
                .write("zookeeper/node-kinds.md", TITLE);

        assertThat(Lint.of(temp).get(0)).satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.what()).startsWith("zookeeper/node-kind is listed, but ");
            assertThat(problem.instead()).isEqualTo("the nearest that exists: zookeeper/node-kinds.md");
        });
    }

    @Test
    void saysWhatIsWrongWithABrokenSyllabus() {
        new Folder(temp).syllabus("lessons: [tree]\n");

        assertThat(Lint.of(temp))
                .singleElement()
                .extracting(Problem::what)
                .asString()
                .contains("syllabus.yaml:1");
    }

    private List<Problem> ofTree(String text) {
        return Lint.of(new Folder(temp).tree(text).path());
    }

    private List<String> whats(String text) {
        return ofTree(text).stream().map(Problem::what).toList();
    }

    private static Path ours() {
        return Path.of(System.getProperty("quorumbook.home"), "lessons");
    }
}
