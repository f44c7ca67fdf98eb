package quorumbook.labs.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    private static final String ABOUT = "zookeeper/tree";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("attempt.jsonl");
    }

    @Test
    void everyKindIsReadAsItWasWritten() throws IOException {
        HistoryFile.write(file, ABOUT, Samples.everyKind());

        HistoryFile.Kept kept = HistoryFile.read(file);

        assertThat(kept.complaints()).isEmpty();
        assertThat(kept.history()).isEqualTo(Samples.everyKind());
        assertThat(kept.about()).isEqualTo(ABOUT);
        assertThat(kept.version()).isEqualTo(HistoryFile.VERSION);
    }

    /** Its bytes were written by version 1 and never change: what was kept then is read by every later version. */
    @Test
    void whatTheFirstVersionKeptIsStillRead() throws IOException, URISyntaxException {
        Path first =
                Path.of(HistoryFileTest.class.getResource("history-1.jsonl").toURI());

        HistoryFile.Kept kept = HistoryFile.read(first);

        assertThat(kept.complaints()).isEmpty();
        assertThat(kept.history()).isEqualTo(Samples.everyKind());
    }

    @Test
    void everyKindOfEventHasAWordAndASample() {
        Set<Class<?>> kinds = Stream.of(Event.class.getPermittedSubclasses())
                .filter(kind -> kind != Event.Unread.class)
                .collect(Collectors.toSet());

        assertThat(HistoryJson.KINDS.values())
                .hasSameElementsAs(
                        kinds.stream().map(kind -> kind.asSubclass(Event.class)).toList());
        assertThat(Samples.everyKind().events().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(kinds);
    }

    @Test
    void aLineTornOffByACrashCostsThatLineAlone() throws IOException {
        HistoryFile.write(file, ABOUT, Samples.everyKind());
        byte[] torn = "{\"kind\":\"noted\",\"at\":\"2026-11-22T12:00:00Z\",\"name\":\"ü".getBytes(UTF_8);
        Files.write(file, java.util.Arrays.copyOf(torn, torn.length - 1), StandardOpenOption.APPEND);

        HistoryFile.Kept kept = HistoryFile.read(file);

        assertThat(kept.history()).isEqualTo(Samples.everyKind());
        assertThat(kept.complaints()).singleElement().asString().startsWith(file + ":31: torn off");
    }

    @Test
    void anEventOfALaterVersionIsReportedAndNeverTakenForNothing() throws IOException {
        String line = "{\"kind\":\"moved\",\"at\":\"2026-11-22T12:00:00Z\",\"from\":1}";
        lines(header(9), line);

        HistoryFile.Kept kept = HistoryFile.read(file);

        assertThat(kept.history().events())
                .containsExactly(new Event.Unread(java.time.Instant.parse("2026-11-22T12:00:00Z"), "moved", line));
        assertThat(kept.complaints())
                .containsExactly(
                        file + ":1: written in format 9; this program knows 1 and reads what it can",
                        file + ":2: events of kind 'moved' are not known");
        assertThat(((Invariant) history -> new Judgement.Holds("all well")).judge(kept.history()))
                .isInstanceOf(Judgement.CannotTell.class);
    }

    @Test
    void aFieldOfALaterVersionIsReportedAndTheEventKept() throws IOException {
        lines(
                header(1),
                "{\"kind\":\"gone\",\"at\":\"2026-11-22T12:00:00Z\",\"client\":\"a\",\"why\":\"killed\",\"by\":{\"x\":[1]}}");

        HistoryFile.Kept kept = HistoryFile.read(file);

        assertThat(kept.history().all(Event.Gone.class)).hasSize(1);
        assertThat(kept.complaints()).containsExactly(file + ":2: the field 'by' is not known");
    }

    @Test
    void aWaitInVainIsKeptWithWhatTheMachineSpared() throws IOException {
        Event silence =
                new Event.Noted(Samples.NOON, "stuck", "nobody acquired", Optional.of(new Waited(20_000, 300, 10, 2)));
        HistoryFile.write(file, ABOUT, new History(Samples.GIVEN, List.of(silence)));

        assertThat(HistoryFile.read(file).history().events()).containsExactly(silence);
        assertThat(HistoryFile.read(file).complaints()).isEmpty();
    }

    /** Byte for byte as the first version wrote it. */
    @Test
    void aNoteOfSomethingElseDoesNotSpeakOfWaiting() throws IOException {
        HistoryFile.write(
                file, ABOUT, new History(Samples.GIVEN, List.of(new Event.Noted(Samples.NOON, "created", "/a"))));

        assertThat(Files.readAllLines(file).get(1))
                .isEqualTo(
                        "{\"kind\":\"noted\",\"at\":\"2026-11-22T12:00:00.123456Z\",\"name\":\"created\",\"value\":\"/a\"}");
    }

    @Test
    void aWaitThatLacksANumberIsNotTakenForNoTime() throws IOException {
        lines(
                header(1),
                "{\"kind\":\"noted\",\"at\":\"2026-11-22T12:00:00Z\",\"name\":\"stuck\",\"value\":\"x\",\"inVain\":{\"millis\":9}}");

        assertThat(HistoryFile.read(file).history().events()).singleElement().isInstanceOf(Event.Unread.class);
    }

    @Test
    void aLineThatIsNoEventIsReportedWhereItStands() throws IOException {
        lines(
                header(1),
                "",
                "what is this",
                "[]",
                "{\"kind\":\"done\",\"at\":\"2026-11-22T12:00:00Z\"}",
                "{\"kind\":\"ended\",\"at\":\"2026-11-22T12:00:00Z\",\"outcome\":{\"is\":\"ok\"}}");

        HistoryFile.Kept kept = HistoryFile.read(file);

        assertThat(kept.history().all(Event.Unread.class)).hasSize(4);
        assertThat(kept.complaints())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(file + ":3: this is no JSON"),
                        second -> assertThat(second).isEqualTo(file + ":4: this is no event"),
                        third -> assertThat(third).startsWith(file + ":5: this 'done' cannot be read"),
                        fourth -> assertThat(fourth).startsWith(file + ":6: this 'ended' lacks 'operation'"));
    }

    @Test
    void aFileThatIsNoHistoryIsRefusedByName() throws IOException {
        Files.writeString(file, "{\"points\": 3}\n");

        assertThatThrownBy(() -> HistoryFile.read(file))
                .isInstanceOf(HistoryFormatException.class)
                .hasMessageStartingWith(file + ":1: this is no history");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Files.writeString(file, "");

        assertThatThrownBy(() -> HistoryFile.read(file)).isInstanceOf(HistoryFormatException.class);
    }

    @Test
    void whatWasUnreadIsWrittenBackAsItWas() throws IOException {
        String line = "{\"kind\":\"moved\",\"at\":\"2026-11-22T12:00:00Z\",\"from\":1}";
        lines(header(1), line);

        Path again = folder.resolve("again.jsonl");
        HistoryFile.write(again, ABOUT, HistoryFile.read(file).history());

        assertThat(Files.readAllLines(again).get(1)).isEqualTo(line);
    }

    @Test
    void aHistoryIsNeverWrittenOver() throws IOException {
        Files.writeString(file, "precious");

        assertThatThrownBy(() -> HistoryFile.begin(file, ABOUT, Samples.GIVEN))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void theJournalKeepsWhatWasAndWhatComes() throws IOException {
        Journal journal = new Journal(Samples.GIVEN, SteadyClock.start());
        long operation = journal.invoke("client 1", Request.create("/a", "v"));
        journal.keepIn(HistoryFile.begin(file, ABOUT, Samples.GIVEN));
        journal.end(operation, Outcome.ok(Position.zxid(0x100000002L)));

        // Read before the journal is closed: an attempt that is killed leaves as much.
        assertThat(HistoryFile.read(file).history()).isEqualTo(journal.history());
        journal.close();
        assertThat(journal.trouble()).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenCostsTheFileAlone() throws IOException {
        Journal journal = new Journal(Samples.GIVEN, SteadyClock.start());
        HistoryFile.Writer closed = HistoryFile.begin(file, ABOUT, Samples.GIVEN);
        closed.close();

        journal.keepIn(closed);
        journal.note(at -> new Event.Noted(at, "a", "b"));

        assertThat(journal.history().events()).hasSize(1);
        assertThat(journal.trouble()).get().asString().contains(file.toString());
    }

    private void lines(String... lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private static String header(int version) {
        return "{\"quorumbook-history\":" + version
                + ",\"about\":\"zookeeper/tree\",\"given\":{\"seed\":1,\"values\":{}}}";
    }
}
