package quorumbook.repl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.history.HistoryFile;
import quorumbook.repl.result.AttemptResult;

class ReceiptTest {
    @TempDir
    private Path temp;

    private final AttemptResult result = Attempts.of("alice", "zookeeper/tree", -7);
    private Path place;

    @BeforeEach
    void keep() throws IOException {
        try (Store store = Store.open(temp.resolve("out"))) {
            place = store.keep(result, Attempts.evidence());
        }
    }

    @Test
    void holdsAllThatIsNeededToJudgeOrToRunAgain() throws IOException {
        Receipt receipt = Receipt.read(place);

        assertThat(receipt.result()).isEqualTo(result);
        assertThat(receipt.shape()).isEqualTo(Attempts.SHAPE);
        assertThat(receipt.submission()).contains(Attempts.TEXT);
        assertThat(HistoryFile.read(receipt.history().orElseThrow()).history())
                .isEqualTo(Attempts.evidence().history().orElseThrow());
        assertThat(place.resolve("logs/zk1.log")).hasContent("INFO all is well\n");
        assertThat(place.resolve("logs/%2E.%2Fzk2.log")).hasContent("x");
        assertThat(Receipt.read(place.resolve("receipt.json"))).isEqualTo(receipt);
    }

    @Test
    void saysWithinItselfWhatItIsOf() throws IOException {
        assertThat(Files.readString(place.resolve("receipt.json")))
                .contains(
                        "\"format\" : \"quorumbook-receipt/1\"",
                        "\"seed\" : -7",
                        "\"shape\" : \"a standalone ZooKeeper server\"",
                        "\"verdict\" : \"pass\"",
                        "\"zookeeper\" : \"3.9.5\"",
                        "\"submission.jsh\" : \"" + Attempts.SUM + "\"");
    }

    @Test
    void anAttemptThatWasNeverBegunHasAReceiptToo() throws IOException {
        AttemptResult other = Attempts.of("bob", "zookeeper/tree", 7);
        try (Store store = Store.open(temp.resolve("out"))) {
            Receipt receipt = Receipt.read(store.keep(other, Evidence.none("no cluster")));

            assertThat(receipt.result()).isEqualTo(other);
            assertThat(receipt.submission()).isEmpty();
            assertThat(receipt.history()).isEmpty();
        }
    }

    @Test
    void namesEachFileThatWasChangedLostOrAdded() throws IOException {
        Files.writeString(place.resolve("submission.jsh"), "zk create /app other\n");
        Files.delete(place.resolve("history.jsonl"));
        Files.writeString(place.resolve("logs/zk9.log"), "");

        assertThatThrownBy(() -> Receipt.read(place))
                .isInstanceOf(StoreException.class)
                .hasMessage("The receipt in " + place + " is not as it was kept: history.jsonl is missing, "
                        + "logs/zk9.log was added, submission.jsh was changed. Nothing is concluded from it.");
    }

    @Test
    void aFileBehindALinkIsMissing() throws IOException {
        Path elsewhere = temp.resolve("elsewhere");
        Files.move(place.resolve("result.json"), elsewhere);
        Files.createSymbolicLink(place.resolve("result.json"), elsewhere);

        assertThatThrownBy(() -> Receipt.read(place)).hasMessageContaining("result.json is missing");
    }

    @Test
    void opensNoFileOutsideOfItself() throws IOException {
        Path secret = Files.writeString(temp.resolve("out/receipts/alice/secret"), "x");
        edit("\"submission.jsh\"", "\"../../../secret\"");

        assertThat(secret).exists();
        assertThatThrownBy(() -> Receipt.read(place)).hasMessageContaining("../../../secret is missing");
    }

    @Test
    void aReceiptThatSpeaksOfSomethingElseThanItsResultWasChanged() throws IOException {
        edit("\"seed\" : -7", "\"seed\" : 8");

        assertThatThrownBy(() -> Receipt.read(place)).hasMessageContaining("receipt.json was changed");
    }

    @Test
    void whatIsNoReceiptIsRefusedInASentence() throws IOException {
        assertThatThrownBy(() -> Receipt.read(temp)).hasMessageStartingWith("There is no receipt in " + temp + ":");
        assertThatThrownBy(() -> Receipt.read(temp.resolve("nothing"))).hasMessageStartingWith("There is no receipt");
        for (String text : new String[] {"", "[", "{}", "null", "{\"format\": \"quorumbook-receipt/1\"}"}) {
            Files.writeString(place.resolve("receipt.json"), text);
            assertThatThrownBy(() -> Receipt.read(place))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("The receipt in " + place + " cannot be read (");
        }
    }

    @Test
    void onlyTheEndOfALongServerLogIsKept() throws IOException {
        Evidence evidence = new Evidence(
                Attempts.SHAPE,
                Optional.of(Attempts.TEXT),
                Optional.empty(),
                Map.of("zk1", "first\n" + "x".repeat(1_000_000) + "last\n"));
        try (Store store = Store.open(temp.resolve("out"))) {
            Path kept = store.keep(Attempts.of("bob", "zookeeper/tree", 7), evidence);

            assertThat(Files.readString(kept.resolve("logs/zk1.log")))
                    .hasSizeLessThan(300_000)
                    .startsWith("[737867 characters before this are not kept]\n")
                    .endsWith("last\n");
        }
    }

    @Test
    void aTextIsNotKeptWithTheResultOfAnother() throws IOException {
        Evidence other = new Evidence(Attempts.SHAPE, Optional.of("other"), Optional.empty(), Map.of());
        try (Store store = Store.open(temp.resolve("out"))) {
            assertThatThrownBy(() -> store.keep(Attempts.of("bob", "zookeeper/tree", 7), other))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void edit(String from, String to) throws IOException {
        Path manifest = place.resolve("receipt.json");
        Files.writeString(manifest, Files.readString(manifest).replace(from, to));
    }
}
