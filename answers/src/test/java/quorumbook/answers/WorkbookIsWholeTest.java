package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quorumbook.labs.Check;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.catalogue.Catalogue;
import quorumbook.lessons.Block;
import quorumbook.lessons.Lesson;
import quorumbook.lessons.LessonId;
import quorumbook.lessons.Lint;
import quorumbook.repl.desk.Book;

/** Lesson, lab and answers of an exercise lie at equal paths and speak of the same things. */
class WorkbookIsWholeTest {
    private static final Book BOOK = Book.in(Answers.HOME);

    static List<Lab> labs() {
        return Catalogue.labs();
    }

    @Test
    void lessonsHaveNothingToMend() {
        assertThat(Lint.of(Answers.HOME.resolve("lessons")))
                .as("mend these lines; mvn -pl lessons test shows them again")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void everyLabHasItsLesson(Lab lab) {
        assertThat(BOOK.syllabus().lessons())
                .as("write lessons/%s.md and list it in lessons/syllabus.yaml", lab.id())
                .contains(LessonId.of(lab.id().toString()));
    }

    @ParameterizedTest
    @MethodSource("labs")
    void aLessonGivesHintsForEachCheckOfItsLab(Lab lab) {
        assertThat(lesson(lab).checks().stream().map(Block.CheckHints::check))
                .as("lessons/%s.md needs one block ```check ID for each check of its lab, and no other", lab.id())
                .containsExactlyInAnyOrderElementsOf(
                        lab.checks().stream().map(Check::id).toList());
    }

    @ParameterizedTest
    @MethodSource("labs")
    void aLessonAsksTheQuestionsOfItsLab(Lab lab) {
        assertThat(lesson(lab).predictions().stream().map(Block.Predict::id))
                .as("lessons/%s.md needs one block ```predict ID for each question of its lab, and no other", lab.id())
                .containsExactlyInAnyOrderElementsOf(lab.questions().keySet());
    }

    @ParameterizedTest
    @MethodSource("labs")
    void aLessonShowsOnlyValuesThatItsLabGives(Lab lab) {
        assertThat(lab.given(1).values().keySet())
                .as("lessons/%s.md names a value that its lab does not give", lab.id())
                .containsAll(lesson(lab).placeholders());
    }

    @ParameterizedTest
    @MethodSource("labs")
    void anExerciseHasTwoRightAnswersAndWrongOnes(Lab lab) {
        assertThat(Answers.right(lab.id()))
                .as("answers/%s needs two different right answers (*.jsh)", lab.id())
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(Answers.wrong(lab.id()))
                .as("answers/%s/wrong needs the wrong answers that the checks refuse", lab.id())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void everyWrongAnswerNamesTheCheckThatCatchesIt(Lab lab) {
        List<String> checks = lab.checks().stream().map(Check::id).toList();
        Answers.wrong(lab.id())
                .forEach(wrong -> assertThat(wrong.caughtBy())
                        .as("the first line of %s must be '// caught by: ID' with one of %s", wrong.file(), checks)
                        .hasValueSatisfying(id -> assertThat(checks).contains(id)));
    }

    @ParameterizedTest
    @MethodSource("labs")
    void everyCheckCatchesAWrongAnswer(Lab lab) {
        List<String> caught = Answers.wrong(lab.id()).stream()
                .map(Answers.Answer::caughtBy)
                .flatMap(Optional::stream)
                .toList();
        assertThat(caught)
                .as("answers/%s/wrong needs, for each check, a wrong answer that it catches", lab.id())
                .containsAll(lab.checks().stream().map(Check::id).toList());
    }

    @Test
    void answersBelongToAnExercise() throws IOException {
        try (Stream<Path> files = Files.walk(Answers.FOLDER, 5)) {
            assertThat(files.filter(file -> file.toString().endsWith(".jsh"))
                            .map(file -> Answers.FOLDER.relativize(file))
                            // the attacks are nobody's answers
                            .filter(file -> !file.startsWith("src") && !file.startsWith("target"))
                            .map(file -> LabId.of(file.getName(0) + "/" + file.getName(1)))
                            .distinct())
                    .as("answers for an exercise that the catalogue does not list")
                    .allSatisfy(id -> assertThat(Catalogue.find(id)).isPresent());
        }
    }

    private static Lesson lesson(Lab lab) {
        return BOOK.lesson(LessonId.of(lab.id().toString()));
    }
}
