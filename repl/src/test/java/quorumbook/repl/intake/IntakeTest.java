package quorumbook.repl.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    private static final String TREE = "zookeeper/tree";
    private static final String ACKS = "kafka/acks";
    private static final List<String> BOTH = List.of(TREE, ACKS);

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(temp.resolve("alice"));
    }

    @Test
    void takesWhatIsAtAnExercisesPathAndNothingElse() throws IOException {
        write("zookeeper/tree.jsh", "zk create /app v1\n");
        write("zookeeper/notes.txt", "to do");
        write("README.md", "# mine");

        Intake intake = Intake.of(folder, BOTH);

        assertThat(intake.learner()).isEqualTo("alice");
        assertThat(intake.exercises()).containsOnlyKeys(TREE);
        assertThat(intake.exercises().get(TREE))
                .isEqualTo(new Handed.Text(
                        "zk create /app v1\n", "fc276281fc5c7fdccbf4b9f6ae7b529d7aa09d259c37c4fbd7de477d81784de1"));
        assertThat(intake.remarks()).isEmpty();
    }

    @Test
    void takesJavaAsItIsPastedAtThePrompt() throws IOException {
        write("kafka/acks.java", "int one = 1;\n");

        assertThat(text(Intake.of(folder, BOTH), ACKS)).isEqualTo("int one = 1;\n");
    }

    @Test
    void keepsTheOrderInWhichExercisesWereAskedFor() throws IOException {
        write("kafka/acks.jsh", "1");
        write("zookeeper/tree.jsh", "1");

        assertThat(Intake.of(folder, BOTH).exercises().keySet()).containsExactly(TREE, ACKS);
        assertThat(Intake.of(folder, List.of(ACKS, TREE)).exercises().keySet()).containsExactly(ACKS, TREE);
    }

    @Test
    void doesNotChooseBetweenTwoFilesOfOneExercise() throws IOException {
        write("zookeeper/tree.jsh", "1");
        write("zookeeper/tree.java", "2");

        assertThat(refusal(Intake.of(folder, BOTH), TREE))
                .isEqualTo("There is more than one: zookeeper/tree.java and zookeeper/tree.jsh. Hand in one of them.");
    }

    @Test
    void takesUpperAndLowerCaseForTheSameAsOtherSystemsDo() throws IOException {
        write("ZooKeeper/Tree.JSH", "1");
        assertThat(text(Intake.of(folder, BOTH), TREE)).isEqualTo("1");

        write("zookeeper/tree.jsh", "2");
        assumeThat(Files.isSameFile(folder.resolve("ZooKeeper"), folder.resolve("zookeeper")))
                .isFalse();
        assertThat(refusal(Intake.of(folder, BOTH), TREE)).contains("more than one");
    }

    @Test
    void opensACheckoutWithoutLookingAtItsHistory() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write("zookeeper/tree.jsh", "1");

        assertThat(Intake.of(folder, BOTH).exercises()).containsOnlyKeys(TREE);
    }

    @Test
    void looksThroughASingleFolderAroundTheTracks() throws IOException {
        write("homework-main/answers/zookeeper/tree.jsh", "1");
        write(".DS_Store", "");

        assertThat(text(Intake.of(folder, BOTH), TREE)).isEqualTo("1");
    }

    @Test
    void opensTheZipThatIsAllThereIsInAFolder() throws IOException {
        Zips.zip().with("zookeeper/tree.jsh", "1").at(folder.resolve("Homework.ZIP"));

        assertThat(text(Intake.of(folder, BOTH), TREE)).isEqualTo("1");
    }

    @Test
    void saysWhatLiesNearWhereTheFileShouldBe() throws IOException {
        write("zookeeper/tree.jsh.txt", "1");
        write("acks (1).jsh", "1");
        write("zookeeper/trees-of-mine.jsh", "1");

        Intake intake = Intake.of(folder, BOTH);

        assertThat(intake.exercises()).isEmpty();
        assertThat(intake.remarks())
                .containsExactly(
                        "There is no zookeeper/tree.jsh; there is zookeeper/tree.jsh.txt, which is not taken for it.",
                        "There is no kafka/acks.jsh; there is acks (1).jsh, which is not taken for it.");
    }

    @Test
    void saysWhenThereIsNothingAtAll() {
        Intake intake = Intake.of(folder, BOTH);

        assertThat(intake.exercises()).isEmpty();
        assertThat(intake.remarks())
                .containsExactly("Nothing was handed in: there is no folder kafka or zookeeper in it.");
    }

    @Test
    void followsNoLinkFromAFile() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret.jsh"), "secret");
        Files.createDirectory(folder.resolve("zookeeper"));
        Files.createSymbolicLink(folder.resolve("zookeeper/tree.jsh"), secret);
        write("kafka/acks.jsh", "1");

        Intake intake = Intake.of(folder, BOTH);

        assertThat(refusal(intake, TREE)).isEqualTo("zookeeper/tree.jsh is a link, where a file should be.");
        assertThat(text(intake, ACKS)).isEqualTo("1");
    }

    @Test
    void followsNoLinkFromATrackOrAWrapping() throws IOException {
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere/zookeeper"));
        Files.writeString(elsewhere.resolve("tree.jsh"), "secret");
        Files.createSymbolicLink(folder.resolve("zookeeper"), elsewhere);
        Path wrapped = Files.createDirectory(temp.resolve("bob"));
        Files.createSymbolicLink(wrapped.resolve("main"), temp.resolve("elsewhere"));

        assertThat(refusal(Intake.of(folder, BOTH), TREE)).isEqualTo("zookeeper is a link, where a folder should be.");
        assertThat(Intake.of(wrapped, BOTH).exercises()).isEmpty();
    }

    @Test
    void isNotItselfALink() throws IOException {
        write("zookeeper/tree.jsh", "1");
        Path link = Files.createSymbolicLink(temp.resolve("bob"), folder);

        assertThat(Intake.of(link, BOTH).exercises().get(TREE))
                .isEqualTo(new Handed.Unread("bob is a link, which is not followed; give what it leads to."));
    }

    @Test
    void neverOpensAPipe() throws Exception {
        Files.createDirectory(folder.resolve("zookeeper"));
        Process mkfifo = new ProcessBuilder(
                        "mkfifo", folder.resolve("zookeeper/tree.jsh").toString())
                .start();
        assumeThat(mkfifo.waitFor()).isZero();

        assertThat(refusal(Intake.of(folder, BOTH), TREE))
                .isEqualTo("zookeeper/tree.jsh is neither a file nor a folder, where a file should be.");
    }

    @Test
    void takesNoFolderForAFile() throws IOException {
        Files.createDirectories(folder.resolve("zookeeper/tree.jsh"));
        write("kafka", "a file");

        Intake intake = Intake.of(folder, BOTH);

        assertThat(refusal(intake, TREE)).isEqualTo("zookeeper/tree.jsh is a folder, where a file should be.");
        assertThat(refusal(intake, ACKS)).isEqualTo("kafka is a file, where a folder should be.");
    }

    @Test
    void doesNotChargeTheLearnerForAFileThatItMayNotRead() throws IOException {
        write("zookeeper/tree.jsh", "1");
        Path file = folder.resolve("zookeeper/tree.jsh");
        assumeThat(Files.getFileStore(file).supportsFileAttributeView("posix")).isTrue();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).isFalse();

        assertThat(Intake.of(folder, BOTH).exercises().get(TREE))
                .isEqualTo(new Handed.Unread("zookeeper/tree cannot be read here (permission denied)."));
    }

    @Test
    void refusesAHugeFileWithoutReadingItAll() throws IOException {
        Files.createDirectories(folder.resolve("zookeeper"));
        try (var file = new java.io.RandomAccessFile(
                folder.resolve("zookeeper/tree.jsh").toFile(), "rw")) {
            file.setLength(1L << 40);
        }

        assertThat(refusal(Intake.of(folder, BOTH), TREE)).isEqualTo("zookeeper/tree.jsh is larger than 256 KiB.");
    }

    @Test
    void takesTextAsEditorsOnOtherSystemsWriteIt() throws IOException {
        Files.createDirectories(folder.resolve("zookeeper"));
        Files.write(
                folder.resolve("zookeeper/tree.jsh"),
                "\uFEFFzk create /ü\r\nzk ls /\rint 一 = 1;\n\tx\f\n".getBytes(StandardCharsets.UTF_8));

        assertThat(text(Intake.of(folder, BOTH), TREE)).isEqualTo("zk create /ü\nzk ls /\nint 一 = 1;\n\tx\f\n");
    }

    @Test
    void saysWhereAFileIsNoText() throws IOException {
        assertThat(refusalOf("a\nb\n\u00e4".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("zookeeper/tree.jsh is not text in UTF-8: byte 4, in line 3, is no character.");
        assertThat(refusalOf("\uFEFFint a;".getBytes(StandardCharsets.UTF_16LE)))
                .endsWith("is no character (it was saved as UTF-16; save it as UTF-8).");
        assertThat(refusalOf("one\ntwo\0".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("zookeeper/tree.jsh has a control character (U+0000) in line 2; write it as an escape.");
        assertThat(refusalOf("\u001b[2J".getBytes(StandardCharsets.UTF_8))).contains("U+001B");
        assertThat(refusalOf("\u009b2J".getBytes(StandardCharsets.UTF_8))).contains("U+009B");
        assertThat(refusalOf(new byte[] {(byte) 0xc0, (byte) 0x80})).contains("not text in UTF-8: byte 0");
        assertThat(refusalOf(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}))
                .contains("not text in UTF-8");
        assertThat(refusalOf(new byte[] {'a', (byte) 0xe4, (byte) 0xb8})).contains("byte 1");
    }

    @Test
    void anEmptyFileIsATextLikeAnyOther() throws IOException {
        write("zookeeper/tree.jsh", "");

        assertThat(text(Intake.of(folder, BOTH), TREE)).isEmpty();
    }

    @Test
    void whatIsNoFolderAndNoZipIsRefusedExerciseByExercise() throws IOException {
        Path file = Files.writeString(temp.resolve("carol.zip"), "not a zip");

        Intake intake = Intake.of(file, BOTH);

        assertThat(intake.learner()).isEqualTo("carol");
        assertThat(refusal(intake, TREE)).isEqualTo("The submission is neither a folder nor a zip.");
        assertThat(refusal(intake, ACKS)).isEqualTo("The submission is neither a folder nor a zip.");
    }

    private String refusalOf(byte[] bytes) throws IOException {
        Files.createDirectories(folder.resolve("zookeeper"));
        Files.write(folder.resolve("zookeeper/tree.jsh"), bytes);
        return refusal(Intake.of(folder, BOTH), TREE);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String refusal(Intake intake, String exercise) {
        assertThat(intake.exercises().get(exercise)).isInstanceOf(Handed.Refused.class);
        return Objects.requireNonNull(intake.exercises().get(exercise)).why();
    }

    private static String text(Intake intake, String exercise) {
        assertThat(intake.exercises().get(exercise)).isInstanceOf(Handed.Text.class);
        return ((Handed.Text) Objects.requireNonNull(intake.exercises().get(exercise))).text();
    }
}
