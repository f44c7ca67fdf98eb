package quorumbook.repl.grade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Folders;
import quorumbook.repl.store.Store;

/** A class graded by the program itself on real servers: in any order, by any number, and through its own end. */
class GradeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String EXERCISES = "tree,compare-and-set,topics-and-order";

    @TempDir
    private Path folder;

    private Path handedIn;

    @BeforeEach
    void makeRoom() throws IOException {
        handedIn = Files.createDirectories(folder.resolve("handed in"));
    }

    @Test
    void theSameClassComesToTheSameTableInAnyOrderByHoweverMany() throws Exception {
        List<Path> learners = new ArrayList<>(List.of(
                learner("ana", "tree/answer", "compare-and-set/answer", "topics-and-order/answer"),
                learner(
                        "ben",
                        "tree/wrong/value-cut-at-its-blank",
                        "compare-and-set/wrong/any-version-will-do",
                        "topics-and-order/wrong/one-replica"),
                learner("Çelebi Ö", "tree/wrong/w4-exits-at-once", "compare-and-set/answer-in-a-class"),
                learner("dora", "tree/wrong/w5-hangs", "topics-and-order/wrong/w6-floods-output"),
                learner("emil", "tree/answer-by-code", "compare-and-set/wrong/exits-in-the-middle")));

        byte[] one = table(learners, "1");
        Collections.reverse(learners);
        byte[] two = table(learners, "2");
        Collections.rotate(learners, 2);
        byte[] three = table(learners, "3");

        assertThat(new String(one, UTF_8))
                .contains("ana,kafka/topics-and-order,pass,")
                .contains("ana,zookeeper/compare-and-set,pass,")
                .contains("ana,zookeeper/tree,pass,")
                .contains("ben,kafka/topics-and-order,fail,")
                .contains("ben,zookeeper/compare-and-set,fail,")
                .contains("ben,zookeeper/tree,fail,")
                .contains("dora,kafka/topics-and-order,fail,")
                .contains("dora,zookeeper/tree,fail,")
                .contains("dora,zookeeper/compare-and-set,skipped,\n")
                .contains("emil,zookeeper/compare-and-set,fail,")
                .contains("emil,zookeeper/tree,pass,")
                .doesNotContain("unknown");
        assertThat(two).isEqualTo(one);
        assertThat(three).isEqualTo(one);
    }

    private byte[] table(List<Path> learners, String jobs) throws Exception {
        Path out = folder.resolve("graded by " + jobs);
        List<String> arguments = new ArrayList<>(List.of("grade", "--trust"));
        learners.forEach(learner -> arguments.add(learner.toString()));
        arguments.addAll(List.of("--jobs", jobs, "--seed", "7", "--exercise", EXERCISES, "--out", out.toString()));
        GradeProcess grading = GradeProcess.start(folder, arguments.toArray(String[]::new));
        assertThat(grading.exitCode()).as(grading.said()).isZero();
        assertThat(GradeProcess.servers(grading.runs())).isEmpty();
        return Files.readAllBytes(out.resolve(VerdictTable.FILE));
    }

    @Test
    void goesOnWhereItWasKilledAndDoesNothingTwice() throws Exception {
        aClassOf(12);
        GradeProcess killed = grade();
        assertThat(Eventually.holds(PATIENCE, () -> receipts().size() >= 3))
                .as(killed.said())
                .isTrue();
        List<String> dead = killed.runs();
        killed.process().destroyForcibly().waitFor();
        Map<String, String> before = receipts();

        GradeProcess resumed = grade();
        assertThat(resumed.exitCode()).as(resumed.said()).isZero();

        assertThat(before).hasSizeLessThan(12);
        assertThat(receipts()).hasSize(12).containsAllEntriesOf(before);
        assertThat(GradeProcess.servers(dead)).isEmpty();
        assertThat(resumed.runs()).isEmpty();
    }

    @Test
    void endsInGoodOrderWhenItIsAskedToAndSaysHowToGoOn() throws Exception {
        aClassOf(12);
        GradeProcess stopped = grade();
        assertThat(Eventually.holds(PATIENCE, () -> !receipts().isEmpty()))
                .as(stopped.said())
                .isTrue();
        List<String> runs = stopped.runs();
        // As Ctrl-C, which a process started in the background may be deaf to.
        stopped.process().destroy();
        stopped.process().waitFor();

        assertThat(stopped.said()).contains("type the same command to go on from there");
        assertThat(Eventually.look(PATIENCE, () -> GradeProcess.servers(runs), List::isEmpty)
                        .value())
                .isEmpty();
        try (Store store = Store.open(out())) {
            assertThat(store.remarks()).isEmpty();
            assertThat(store.all())
                    .extracting(result -> result.verdict().name())
                    .containsOnly("PASS");
        }
        assertThat(grade().exitCode()).isZero();
        assertThat(receipts()).hasSize(12);
    }

    @Test
    void endsSoonWhereNoServerStartsAndGoesOnOnceTheyDo() throws Exception {
        aClassOf(8);
        Path lame = withoutZooKeeper();
        GradeProcess ended = gradeAt(lame);
        assertThat(ended.exitCode()).as(ended.said()).isEqualTo(4);
        assertThat(ended.said()).contains("Ended, since no servers could be had for several submissions in a row.");
        assertThat(receipts()).hasSize(3);
        Folders.delete(lame);

        GradeProcess resumed = grade();
        assertThat(resumed.exitCode()).as(resumed.said()).isZero();
        assertThat(out().resolve(VerdictTable.FILE)).content().doesNotContain("unknown");
        assertThat(receipts()).hasSize(11);
    }

    /** The program as it is installed, but for the jar that has ZooKeeper's servers in it. */
    private Path withoutZooKeeper() throws IOException {
        Path lame = Files.createDirectory(folder.resolve("lame"));
        linkAllBut("labs", lame, Path.of(""));
        linkAllBut("servers", lame, Path.of("labs"));
        linkAllBut("zookeeper", lame, Path.of("labs/servers"));
        linkAllBut("zookeeper-3", lame, Path.of("labs/servers/zookeeper/target/lib"));
        return lame;
    }

    private static void linkAllBut(String beginning, Path lame, Path place) throws IOException {
        Files.createDirectories(lame.resolve(place));
        try (Stream<Path> all = Files.list(GradeProcess.home().resolve(place))) {
            for (Path each : all.toList()) {
                if (!each.getFileName().toString().startsWith(beginning)) {
                    Files.createSymbolicLink(lame.resolve(place).resolve(each.getFileName()), each);
                }
            }
        }
    }

    @Test
    void judgesAReceiptAgain() throws Exception {
        learner("ben", "tree/wrong/value-cut-at-its-blank");
        assertThat(grade().exitCode()).isZero();
        String receipt = receipts().values().iterator().next();

        GradeProcess replay = GradeProcess.start(folder, "replay", receipt);
        assertThat(replay.exitCode()).as(replay.said()).isZero();
        GradeProcess again = GradeProcess.start(folder, "replay", "--trust", "--run", receipt);
        assertThat(again.exitCode()).as(again.said()).isZero();
        assertThat(again.said()).contains("The same verdicts.");
    }

    private GradeProcess grade() throws IOException {
        return gradeAt(GradeProcess.home());
    }

    private GradeProcess gradeAt(Path home) throws IOException {
        return GradeProcess.startAt(
                home,
                folder,
                "grade",
                "--trust",
                handedIn.toString(),
                "--exercise",
                "tree",
                "--jobs",
                "1",
                "--out",
                out().toString());
    }

    private Path out() {
        return folder.resolve("out");
    }

    /** The folders of the attempts that are kept whole, by the attempt. */
    private Map<String, String> receipts() throws IOException {
        Path receipts = out().resolve("receipts");
        Map<String, String> found = new TreeMap<>();
        if (Files.isDirectory(receipts)) {
            try (Stream<Path> all = Files.walk(receipts)) {
                all.filter(file -> file.endsWith("receipt.json"))
                        .map(Path::getParent)
                        .forEach(each -> found.put(each.getFileName().toString(), each.toString()));
            }
        }
        return found;
    }

    private void aClassOf(int learners) throws IOException {
        for (int number = 1; number <= learners; number++) {
            learner("learner " + number, number % 2 == 0 ? "tree/answer" : "tree/answer-by-code");
        }
    }

    /** Hands in answers of ours, each at the place of its exercise. */
    private Path learner(String name, String... answers) throws IOException {
        Path own = Files.createDirectories(handedIn.resolve(name));
        for (String answer : answers) {
            String exercise = answer.substring(0, answer.indexOf('/'));
            String track = exercise.startsWith("topics") ? "kafka" : "zookeeper";
            Path place = own.resolve(track).resolve(exercise + ".jsh");
            Files.createDirectories(place.getParent());
            Files.copy(GradeProcess.home().resolve("answers").resolve(track).resolve(answer + ".jsh"), place);
        }
        return own;
    }
}
