package quorumbook.repl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quorumbook.repl.store.Attempts.SUM;
import static quorumbook.repl.store.Attempts.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.Outcome;

class StoreTest {
    private static final String TREE = "zookeeper/tree";

    @TempDir
    private Path temp;

    private Path out;

    @BeforeEach
    void name() {
        out = temp.resolve("made/on/the/way");
    }

    @Test
    void whatIsFinishedIsFoundInTheSameRunAndInTheNext() throws IOException {
        AttemptResult result = Attempts.of("alice", TREE, 7);
        try (Store store = Store.open(out)) {
            assertThat(store.finished("alice", TREE, SUM, 7)).isEmpty();
            assertThat(store.keep(result, evidence())).isEqualTo(place(result));
            assertThat(store.finished("alice", TREE, SUM, 7)).contains(result);
        }
        try (Store store = Store.open(out)) {
            assertThat(store.remarks()).isEmpty();
            assertThat(store.finished("alice", TREE, SUM, 7)).contains(result);
            assertThat(store.all()).containsExactly(result);
        }
    }

    @Test
    void anotherLearnerTextExerciseOrSeedIsNotFinished() throws IOException {
        try (Store store = Store.open(out)) {
            store.keep(Attempts.of("alice", TREE, 7), evidence());

            assertThat(store.finished("bob", TREE, SUM, 7)).isEmpty();
            assertThat(store.finished("alice", "zookeeper/lock", SUM, 7)).isEmpty();
            assertThat(store.finished("alice", TREE, SUM.replace('0', '1'), 7)).isEmpty();
            assertThat(store.finished("alice", TREE, SUM, 8)).isEmpty();
        }
    }

    @Test
    void ofTwoAttemptsTheNewerCountsInWhateverOrderTheyWereKept() throws IOException {
        AttemptResult second = Attempts.of("alice", TREE, 7, Attempts.NOON.plusSeconds(9), Outcome.PASS);
        AttemptResult first = Attempts.of("alice", TREE, 7, Attempts.NOON, Outcome.UNKNOWN);
        try (Store store = Store.open(out)) {
            store.keep(second, evidence());
            store.keep(first, evidence());

            assertThat(store.finished("alice", TREE, SUM, 7)).contains(second);
            assertThat(store.all()).containsExactly(first, second);
        }
    }

    @Test
    void theOrderIsTheSameWhicheverWasGradedFirst() throws IOException {
        try (Store store = Store.open(out)) {
            for (String learner : List.of("zoe", "bob", "李雷", "alice")) {
                store.keep(Attempts.of(learner, TREE, 7), evidence());
                store.keep(Attempts.of(learner, "kafka/acks", 7), evidence());
            }

            assertThat(store.all().stream().map(each -> each.learner() + " " + each.exercise()))
                    .containsExactly(
                            "alice kafka/acks",
                            "alice zookeeper/tree",
                            "bob kafka/acks",
                            "bob zookeeper/tree",
                            "zoe kafka/acks",
                            "zoe zookeeper/tree",
                            "李雷 kafka/acks",
                            "李雷 zookeeper/tree");
        }
        assertThat(out.resolve("receipts/%E6%9D%8E%E9%9B%B7/zookeeper/tree")).isDirectory();
    }

    @Test
    void aSecondRunOnTheSameFolderIsRefusedUntilTheFirstHasEnded() throws IOException {
        try (Store first = Store.open(out)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> Store.open(out.resolve("../way")))
                        .isInstanceOf(StoreException.class)
                        .hasMessageStartingWith("Another run is writing to " + out.resolve("../way") + ".");
            }
            assertThat(first.all()).isEmpty();
        }
        Store.open(out).close();
    }

    @Test
    void aTornLastLineIsDroppedAndItsReceiptFoundAgain() throws IOException {
        keepTwo();
        Path index = out.resolve("index.jsonl");
        byte[] whole = Files.readAllBytes(index);
        Files.write(index, java.util.Arrays.copyOf(whole, whole.length - 20));

        try (Store store = Store.open(out)) {
            assertThat(store.remarks())
                    .containsExactly(
                            "The last line of " + index + " was torn off; it is dropped.",
                            "1 whole receipts in " + out + " were not in its index; they are now.");
            assertThat(store.all()).hasSize(2);
        }
        assertThat(Files.readAllBytes(index)).isEqualTo(whole);
    }

    @Test
    void aLineThatIsNoneIsPassedOver() throws IOException {
        keepTwo();
        Files.writeString(out.resolve("index.jsonl"), "{}\n[]\nwhat\n", StandardOpenOption.APPEND);

        try (Store store = Store.open(out)) {
            assertThat(store.remarks()).hasSize(3).allMatch(remark -> remark.contains("is not understood"));
            assertThat(store.all()).hasSize(2);
        }
    }

    @Test
    void anIndexThatWasLostIsWrittenAnew() throws IOException {
        keepTwo();
        Files.delete(out.resolve("index.jsonl"));

        try (Store store = Store.open(out)) {
            assertThat(store.all()).hasSize(2);
        }
        assertThat(Files.readAllLines(out.resolve("index.jsonl"))).hasSize(2);
    }

    @Test
    void whatWasLeftUnfinishedIsSweptAndDoesNotCount() throws IOException {
        keepTwo();
        Path torn = Files.createDirectories(out.resolve(".unfinished/4711/logs"));
        Files.writeString(torn.resolveSibling("result.json"), "{\"format\": ");
        Path bare = Files.createDirectories(out.resolve("receipts/alice/zookeeper/tree/4712"));

        try (Store store = Store.open(out)) {
            assertThat(store.all()).hasSize(2);
            assertThat(store.remarks())
                    .containsExactly(
                            "There is no receipt in " + bare + ": " + bare.resolve("receipt.json") + " is missing.");
        }
        assertThat(out.resolve(".unfinished")).isEmptyDirectory();
    }

    @Test
    void aReceiptThatWasChangedDoesNotCount() throws IOException {
        AttemptResult alice = keepTwo();
        Path result = place(alice).resolve("result.json");
        Files.writeString(result, Files.readString(result).replace("\"pass\"", "\"fail\""));

        try (Store store = Store.open(out)) {
            assertThat(store.remarks())
                    .containsExactly("The receipt in " + place(alice)
                            + " is not as it was kept: result.json was changed. Nothing is concluded from it.");
            assertThat(store.finished("alice", TREE, SUM, 7)).isEmpty();
            assertThat(store.all()).extracting(AttemptResult::learner).containsExactly("bob");
        }
    }

    @Test
    void aReceiptThatWasForgedWithItsChecksumsDoesNotCount() throws IOException {
        AttemptResult alice = keepTwo();
        Path manifest = place(alice).resolve("receipt.json");
        Files.writeString(manifest, Files.readString(manifest) + "\n");

        try (Store store = Store.open(out)) {
            assertThat(store.remarks())
                    .singleElement()
                    .asString()
                    .endsWith("is not the one that the index speaks of; it does not count.");
            assertThat(store.finished("alice", TREE, SUM, 7)).isEmpty();
        }
    }

    @Test
    void aReceiptThatWasMovedToAnotherLearnerDoesNotCount() throws IOException {
        AttemptResult alice = keepTwo();
        Path mallory = out.resolve("receipts/mallory/zookeeper/tree").resolve(alice.attempt());
        Files.createDirectories(mallory.getParent());
        Files.move(place(alice), mallory);

        try (Store store = Store.open(out)) {
            assertThat(store.remarks()).hasSize(2);
            assertThat(store.remarks().get(1)).endsWith("belongs elsewhere; it does not count.");
            assertThat(store.all()).extracting(AttemptResult::learner).containsExactly("bob");
        }
    }

    @Test
    void whatCannotBeWrittenIsSaidAndNotCounted() throws IOException {
        AttemptResult result = Attempts.of("alice", TREE, 7);
        try (Store store = Store.open(out)) {
            Files.writeString(out.resolve("receipts/alice"), "in the way");

            assertThatThrownBy(() -> store.keep(result, evidence()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith(
                            "The attempt of alice at zookeeper/tree could not be kept in " + out + " (");
            assertThat(store.all()).isEmpty();
            assertThat(out.resolve(".unfinished")).isEmptyDirectory();

            Files.delete(out.resolve("receipts/alice"));
            store.keep(result, evidence());
            assertThat(store.all()).containsExactly(result);
        }
    }

    @Test
    void aFolderThatIsNoneIsRefusedByName() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertThatThrownBy(() -> Store.open(file.resolve("out")))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("Cannot write to " + file.resolve("out") + " (");
    }

    @Test
    void manyThreadsKeepAtOnce() throws Exception {
        List<AttemptResult> results = Stream.iterate(0, number -> number < 60, number -> number + 1)
                .map(number -> Attempts.of("learner" + number % 7, TREE, number))
                .toList();
        ExecutorService jobs = Executors.newFixedThreadPool(6);
        try (Store store = Store.open(out)) {
            List<Future<Path>> kept = new ArrayList<>();
            for (AttemptResult result : results) {
                kept.add(jobs.submit(() -> store.keep(result, evidence())));
            }
            for (Future<Path> each : kept) {
                each.get();
            }
            assertThat(store.all()).containsExactlyInAnyOrderElementsOf(results);
        } finally {
            jobs.shutdownNow();
        }
        try (Store store = Store.open(out)) {
            assertThat(store.remarks()).isEmpty();
            assertThat(store.all()).containsExactlyInAnyOrderElementsOf(results);
        }
    }

    @Test
    void anInterruptedThreadSpoilsNothingForTheOthers() throws IOException {
        AttemptResult lost = Attempts.of("alice", TREE, 7);
        AttemptResult next = Attempts.of("bob", TREE, 7);
        try (Store store = Store.open(out)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> store.keep(lost, evidence())).isInstanceOf(StoreException.class);
            assertThat(Thread.interrupted()).isTrue();

            store.keep(next, evidence());
            assertThat(store.all()).containsExactly(next);
        }
    }

    /** Alice's attempt and Bob's; Alice's is returned. */
    private AttemptResult keepTwo() throws IOException {
        AttemptResult alice = Attempts.of("alice", TREE, 7);
        try (Store store = Store.open(out)) {
            store.keep(alice, evidence());
            store.keep(Attempts.of("bob", TREE, 7), evidence());
        }
        return alice;
    }

    private Path place(AttemptResult result) {
        return out.resolve("receipts/" + result.learner() + "/" + result.exercise() + "/" + result.attempt());
    }
}
