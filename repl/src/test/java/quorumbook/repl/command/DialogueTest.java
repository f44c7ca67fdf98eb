package quorumbook.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quorumbook.repl.desk.Conversation.Language;
import quorumbook.repl.desk.Conversation.Turn;
import quorumbook.repl.page.Suggestion;

/** The first lesson needs no servers: what each line means can be shown there. */
class DialogueTest extends AtADesk {
    @ParameterizedTest
    @CsvSource({
        "/check, COMMAND",
        "/, COMMAND",
        "// a comment, JAVA",
        "/* another */, JAVA",
        "zk ls /, ZK",
        "zk, JAVA",
        "zk.getState(), JAVA",
        "zk = null, JAVA",
        "zk instanceof Object, JAVA",
        "kafka-topics --list, KAFKA",
        "kafka-topics, KAFKA",
        "kafka - 1, JAVA",
        "int zk2 = 5, JAVA"
    })
    void eachLineHasItsLanguage(String line, Language language) {
        assertThat(dialogue.language(line)).isEqualTo(language);
    }

    @Test
    void aTypoGetsTheNearestCommands() {
        assertThat(dialogue.submit("/chekc")).isEqualTo(Turn.FAILED);
        assertThat(screen.text()).contains("There is no command '/chekc'. Did you mean /check");
    }

    @Test
    void aBeginningThatFitsTwiceListsThem() {
        dialogue.submit("/re");
        assertThat(screen.text()).contains("'/re' may be /reset, /retry");
    }

    @Test
    void aUniqueBeginningIsEnough() {
        assertThat(dialogue.submit("/lesso")).isEqualTo(Turn.DONE);
        assertThat(screen.text()).contains("Welcome").contains("tree");
    }

    @Test
    void aLessonWithoutServersSaysSo() {
        assertThat(dialogue.submit("zk ls /")).isEqualTo(Turn.FAILED);
        assertThat(screen.text()).contains("This lesson has no exercise and no servers. /next goes on");
    }

    @Test
    void anUnknownLessonGetsTheNearest() {
        dialogue.submit("/goto tre");
        assertThat(dialogue.prompt()).isEqualTo("tree> ");
        dialogue.submit("/goto tere");
        assertThat(screen.text()).contains("Did you mean zookeeper/tree?");
    }

    @Test
    void everyCommandExplainsItself() {
        Commands.all()
                .forEach(command ->
                        assertThat(dialogue.submit("/help " + command.name())).isEqualTo(Turn.DONE));
    }

    @Test
    void tabKnowsCommandsAndLessons() {
        assertThat(dialogue.complete("/le", 3)).extracting(Suggestion::text).containsExactly("/lessons");
        assertThat(dialogue.complete("/goto zookeeper/t", 17))
                .extracting(Suggestion::text)
                .containsExactly("zookeeper/tree");
    }

    @Test
    void javaShowsItsValue() {
        assertThat(dialogue.submit("1 + 1")).isEqualTo(Turn.DONE);
        assertThat(screen.text()).contains("$1 ==> 2");
        assertThat(dialogue.isUnfinished("int f() {")).isTrue();
    }

    @Test
    void aScriptRunsWhatItHolds() throws Exception {
        Path file = java.nio.file.Files.writeString(
                folder.resolve("a.jsh"), "// a comment\n\nint twice(int x) {\n  return 2 * x;\n}\ntwice(21)\n");
        assertThat(dialogue.submit("/open " + file)).isEqualTo(Turn.DONE);
        assertThat(screen.text()).contains("42");
        assertThat(dialogue.submit("/open nowhere.jsh")).isEqualTo(Turn.FAILED);
        assertThat(screen.text()).contains("There is no file nowhere.jsh.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/goto tree",
                "/next",
                "/save mine.jsh",
                "/open mine.jsh",
                "/reset",
                "/answer",
                "/watch f",
                "/got tree"
            })
    void aSubmissionNeitherTurnsToAnotherExerciseNorTouchesFiles(String line) {
        Dialogue submission = Dialogue.unattended(desk);
        String before = submission.prompt();

        assertThat(submission.submit(line)).isEqualTo(Turn.FAILED);
        assertThat(screen.text()).contains("is not done for a submission. It may use");
        assertThat(submission.prompt()).isEqualTo(before);
    }

    @Test
    void exitLeaves() {
        assertThat(dialogue.submit("/exit")).isEqualTo(Turn.LEAVE);
    }
}
