package quorumbook.labs.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Znode;

class NodeKindsTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final long SESSION = 0x1001L;
    private static final long OTHER = 0x1002L;
    private static final String KINDS_THAT_STAY = "persistent persistent-sequential";

    private final Given given = new NodeKinds().given(3);
    private final String parent = given.value("parent");
    private final int base = given.number("created");

    @Test
    void acceptsTheWholeExperiment() {
        History history = new Story().right();

        assertThat(new NodeKinds().checks())
                .allSatisfy(check ->
                        assertThat(check.judge().apply(history)).as(check.id()).isInstanceOf(Verdict.Pass.class));
    }

    @Test
    void theGivenLastNameBearsTheNumberBeforeTheCount() {
        assertThat(given.value("last")).isEqualTo("task-" + Siblings.suffix(base - 1));
    }

    @Test
    void refusesTheUntouchedLab() {
        History history = new Story().seen();

        assertThat(KindJudge.parentWasKept(history)).isInstanceOf(Verdict.Pass.class);
        assertThat(SuffixJudge.deletedNumbersAreNotReused(history)).isInstanceOf(Verdict.Fail.class);
        assertThat(SuffixJudge.plainZnodesAreCounted(history)).isInstanceOf(Verdict.Fail.class);
        assertThat(KindJudge.fourKindsAtOnce(history)).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void refusesAParentThatWasCreatedAgain() {
        Story story = new Story();
        story.parentCzxid = 99;

        assertThat(fail(KindJudge.parentWasKept(story.right())).actual()).contains("created again");
    }

    @Test
    void cannotTellWithoutALook() {
        History history = new History(given, List.of());

        assertThat(KindJudge.parentWasKept(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(KindJudge.ephemeralsLeftWithTheirSession(history)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void cannotTellIfTheWatchMissedACreation() {
        Story story = new Story();
        story.missed = 1;
        History history = story.right();

        assertThat(SuffixJudge.deletedNumbersAreNotReused(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(SuffixJudge.plainZnodesAreCounted(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(KindJudge.fourKindsAtOnce(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(KindJudge.ephemeralsHadOneSession(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(KindJudge.persistentOnesStayed(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(KindJudge.youForetoldWhatStays(history)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void refusesAReusedNumber() {
        History history = new Story()
                .sealed(NodeKinds.AFTER_DELETE, given.value("last"))
                .created("job-" + Siblings.suffix(base), 0)
                .seen();

        assertThat(fail(SuffixJudge.deletedNumbersAreNotReused(history)).expected())
                .contains("" + (base - 1));
    }

    @Test
    void refusesTheDisplayedCversion() {
        History history = new Story()
                .sealed(NodeKinds.AFTER_DELETE, base + "+" + base)
                .created("job-" + Siblings.suffix(base), 0)
                .seen();

        assertThat(fail(SuffixJudge.deletedNumbersAreNotReused(history)).actual())
                .contains(base + " znodes had been created");
    }

    @Test
    void refusesAnAnswerWithoutTheExperiment() {
        History history = new Story().sealed(NodeKinds.AFTER_DELETE, "" + base).seen();

        assertThat(fail(SuffixJudge.deletedNumbersAreNotReused(history)).actual())
                .contains("nothing created");
    }

    @Test
    void refusesAnAnswerThatIsNoNumber() {
        History history = new Story()
                .sealed(NodeKinds.AFTER_DELETE, "the next one")
                .created("job-" + Siblings.suffix(base), 0)
                .seen();

        assertThat(fail(SuffixJudge.deletedNumbersAreNotReused(history)).expected())
                .contains("a number");
    }

    @Test
    void refusesANumberWrittenByHand() {
        History history = new Story()
                .sealed(NodeKinds.AFTER_DELETE, "" + base)
                .created("job-0000000001", 0)
                .seen();

        assertThat(fail(SuffixJudge.deletedNumbersAreNotReused(history)).actual())
                .contains("by hand", Siblings.suffix(base));
    }

    @Test
    void refusesAnAnswerSealedWhileTheLastOneWasStillThere() {
        History history = new Story()
                .created("job-" + Siblings.suffix(base), 0)
                .sealed(NodeKinds.AFTER_DELETE, (base + 1) + "")
                .created("job-" + Siblings.suffix(base + 1), 0)
                .seen();

        assertThat(fail(SuffixJudge.deletedNumbersAreNotReused(history)).actual())
                .contains("still there");
    }

    @Test
    void acceptsASecondTryAfterAnotherDeletion() {
        String first = "job-" + Siblings.suffix(base);
        History history = new Story()
                .created(first, 0)
                .deleted(first)
                .sealed(NodeKinds.AFTER_DELETE, (base + 1) + "")
                .created("job-" + Siblings.suffix(base + 1), 0)
                .seen();

        assertThat(SuffixJudge.deletedNumbersAreNotReused(history)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void refusesDeletedNumberExperimentAfterAPlainZnode() {
        History history = new Story()
                .created("plain", 0)
                .sealed(NodeKinds.AFTER_DELETE, (base + 1) + "")
                .created("job-" + Siblings.suffix(base + 1), 0)
                .seen();

        assertThat(fail(SuffixJudge.deletedNumbersAreNotReused(history)).actual())
                .contains("plain, which is not");
    }

    @Test
    void refusesTheBeliefThatPlainZnodesDoNotCount() {
        History history = new Story()
                .created("plain", 0)
                .sealed(NodeKinds.AFTER_PLAIN, "" + base)
                .created("job-" + Siblings.suffix(base + 1), 0)
                .seen();

        assertThat(fail(SuffixJudge.plainZnodesAreCounted(history)).actual())
                .contains((base + 1) + " znodes had been created");
    }

    @Test
    void refusesAPlainExperimentWithoutAPlainZnode() {
        History before = new Story().sealed(NodeKinds.AFTER_PLAIN, "" + base).seen();
        History after = new Story()
                .created("job-" + Siblings.suffix(base), 0)
                .sealed(NodeKinds.AFTER_PLAIN, (base + 1) + "")
                .created("job-" + Siblings.suffix(base + 1), 0)
                .seen();

        assertThat(fail(SuffixJudge.plainZnodesAreCounted(before)).actual()).contains("the lab's own");
        assertThat(fail(SuffixJudge.plainZnodesAreCounted(after)).actual()).contains("a sequential one");
    }

    @Test
    void refusesThreeKinds() {
        History history = new Story()
                .created("job-" + Siblings.suffix(base), 0)
                .created("plain", 0)
                .created("here", SESSION)
                .sealed(NodeKinds.LEFT_AFTER_CLOSE, KINDS_THAT_STAY)
                .seen();

        assertThat(fail(KindJudge.fourKindsAtOnce(history)).actual()).contains("missing: ephemeral-sequential");
    }

    @Test
    void refusesASequentialKindThatWasNumberedByHand() {
        History history = new Story()
                .created("job-0000000001", 0)
                .created("plain", 0)
                .created("here", SESSION)
                .created("job-" + Siblings.suffix(base + 3), SESSION)
                .sealed(NodeKinds.LEFT_AFTER_CLOSE, KINDS_THAT_STAY)
                .seen();

        assertThat(fail(KindJudge.fourKindsAtOnce(history)).actual())
                .contains("job-0000000001 was numbered by hand", Siblings.suffix(base));
    }

    @Test
    void aContainerIsNoneOfTheFour() {
        History history = new Story()
                .created("box", Long.MIN_VALUE)
                .sealed(NodeKinds.LEFT_AFTER_CLOSE, KINDS_THAT_STAY)
                .seen();

        assertThat(fail(KindJudge.fourKindsAtOnce(history)).actual()).contains("box (another kind)");
    }

    @Test
    void refusesTwoSessions() {
        Story story = new Story();
        story.fourKinds(SESSION, OTHER);

        assertThat(fail(KindJudge.ephemeralsHadOneSession(story.seen())).actual())
                .contains("0x1001", "0x1002");
    }

    @Test
    void refusesASessionThatIsStillOpen() {
        Story story = new Story();
        story.fourKinds(SESSION, SESSION);
        story.alive.add(SESSION);

        assertThat(fail(KindJudge.ephemeralsLeftWithTheirSession(story.seen())).actual())
                .contains("it is alive");
    }

    @Test
    void refusesEphemeralsDeletedWhileTheirSessionIsOpen() {
        Story story = new Story();
        story.fourKinds(SESSION, SESSION).deleted(story.names.get(2)).deleted(story.names.get(3));
        story.alive.add(SESSION);

        assertThat(fail(KindJudge.ephemeralsLeftWithTheirSession(story.seen())).actual())
                .contains("deleted them");
    }

    @Test
    void refusesEphemeralsDeletedOneByOneBeforeTheirSessionEnded() {
        Story story = new Story();
        story.fourKinds(SESSION, SESSION)
                .deleted(story.names.get(2))
                .deleted(story.names.get(3))
                .closed(SESSION);

        assertThat(fail(KindJudge.ephemeralsLeftWithTheirSession(story.seen())).actual())
                .contains("somebody deleted them while the session was alive");
    }

    @Test
    void refusesEphemeralsDeletedInOneTransactionBeforeTheirSessionEnded() {
        Story story = new Story();
        story.fourKinds(SESSION, SESSION)
                .deletedAtOnce(story.names.get(2), story.names.get(3))
                .closed(SESSION);

        assertThat(fail(KindJudge.ephemeralsLeftWithTheirSession(story.seen())).actual())
                .contains("somebody deleted them while the session was alive");
    }

    @Test
    void refusesEphemeralsDeletedInOneTransactionWhileTheirSessionIsOpen() {
        Story story = new Story();
        story.fourKinds(SESSION, SESSION).deletedAtOnce(story.names.get(2), story.names.get(3));
        story.alive.add(SESSION);

        assertThat(fail(KindJudge.ephemeralsLeftWithTheirSession(story.seen())).actual())
                .contains("the session is alive");
    }

    @Test
    void cannotTellHowEphemeralsWentIfNoLogHasTheEndOfTheirSession() {
        Story story = new Story();
        story.fourKinds(SESSION, SESSION).deletedAtOnce(story.names.get(2), story.names.get(3));

        assertThat(KindJudge.ephemeralsLeftWithTheirSession(story.seen())).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void cannotTellHowEphemeralsWentIfTheServerDoesNotSayWhoIsAlive() {
        Story story = new Story();
        story.alive.clear();

        assertThat(KindJudge.ephemeralsLeftWithTheirSession(story.right())).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void cannotTellWhileASessionIsBeingRemoved() {
        Story story = new Story();
        story.fourKinds(SESSION, SESSION);

        assertThat(KindJudge.ephemeralsLeftWithTheirSession(story.seen())).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void refusesADeletedPersistentZnode() {
        Story story = new Story();
        story.fourKinds(SESSION, SESSION).closed(SESSION).deleted(story.names.get(0));

        assertThat(fail(KindJudge.persistentOnesStayed(story.seen())).actual()).contains(story.names.get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "persistent persistent-sequential ephemeral ephemeral-sequential",
        "persistent",
        "persistent ephemeral",
        "none",
        "two of them"
    })
    void refusesAWrongForecastOfWhatStays(String answer) {
        Story story = new Story();
        story.leftAfterClose = answer;

        assertThat(KindJudge.youForetoldWhatStays(story.right())).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void readsKindsAsTheyAreWrittenInJavaToo() {
        Story story = new Story();
        story.leftAfterClose = "PERSISTENT_SEQUENTIAL, PERSISTENT";

        assertThat(KindJudge.youForetoldWhatStays(story.right())).isInstanceOf(Verdict.Pass.class);
    }

    @ParameterizedTest
    @CsvSource({"7,7", "0000000007,7", "5 + 2,7", "5+1+1,7", "task-0000000007,7", "/a/b-0000000007,7"})
    void readsNumbers(String written, long number) {
        assertThat(SuffixJudge.number(written)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({"seven", "7 or 8", "-1", "''"})
    void readsNoNumberWhereThereIsNone(String written) {
        assertThat(SuffixJudge.number(written)).isEmpty();
    }

    @Test
    void readsTheLivingSessionsOutOfADump() {
        String dump = """
                SessionTracker dump:
                Session Sets (2)/(2):
                1 expire at Sun Nov 22 16:43:12 UTC 2026:
                \t0x10002a3b4c50000
                1 expire at Sun Nov 22 16:43:14 UTC 2026:
                \t0xff002a3b4c50001
                ephemeral nodes dump:
                Sessions with Ephemerals (1):
                0x10002a3b4c50007:
                \t/kinds-1/x
                """;

        assertThat(Sessions.parse(dump)).isEqualTo(Set.of(0x10002a3b4c50000L, 0xff002a3b4c50001L));
        assertThat(Sessions.parse("dump is not executed because it is not in the whitelist."))
                .isEmpty();
    }

    private static Verdict.Fail fail(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Fail.class);
        return (Verdict.Fail) verdict;
    }

    /** An attempt as our watch would have seen it, one transaction after the other. */
    private final class Story {
        private final List<Event> events = new ArrayList<>();
        private final List<Znode> children = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<Long> alive = new ArrayList<>(List.of(0x1L));
        private String leftAfterClose = KINDS_THAT_STAY;
        private long parentCzxid = 2;
        private long zxid = 100;
        private int creations = base;
        private int deletions = base;
        private int missed;

        Story() {
            events.add(new Event.Noted(NOW, NodeKinds.PARENT_CZXID, "2"));
        }

        History right() {
            sealed(NodeKinds.AFTER_DELETE, "" + base);
            created("job-" + Siblings.suffix(base), 0);
            created("plain", 0);
            sealed(NodeKinds.AFTER_PLAIN, base + "+2");
            created("job-" + Siblings.suffix(base + 2), SESSION);
            created("here", SESSION);
            sealed(NodeKinds.LEFT_AFTER_CLOSE, leftAfterClose);
            return closed(SESSION).seen();
        }

        Story fourKinds(long ephemeral, long ephemeralSequential) {
            created("job-" + Siblings.suffix(base), 0);
            created("plain", 0);
            created("here", ephemeral);
            created("job-" + Siblings.suffix(base + 3), ephemeralSequential);
            return sealed(NodeKinds.LEFT_AFTER_CLOSE, leftAfterClose);
        }

        Story created(String name, long owner) {
            zxid++;
            creations++;
            names.add(name);
            children.add(new Znode(parent + "/" + name, "", zxid, zxid, zxid, 0, 0, 0, owner));
            events.add(new Event.ZnodeChanged(NOW, parent + "/" + name, zxid, Event.Change.CREATED));
            return this;
        }

        Story deleted(String name) {
            zxid++;
            return remove(name);
        }

        Story deletedAtOnce(String one, String other) {
            zxid++;
            remove(one);
            return remove(other);
        }

        Story closed(long session) {
            zxid++;
            events.add(new Event.Noted(NOW, NodeKinds.endOf(session), Long.toString(zxid)));
            children.stream()
                    .filter(znode -> znode.ephemeralOwner() == session)
                    .map(znode -> znode.path().substring(parent.length() + 1))
                    .toList()
                    .forEach(this::remove);
            return this;
        }

        private Story remove(String name) {
            deletions++;
            children.removeIf(znode -> znode.path().equals(parent + "/" + name));
            events.add(new Event.ZnodeChanged(NOW, parent + "/" + name, zxid, Event.Change.DELETED));
            return this;
        }

        Story sealed(String question, String answer) {
            Map<String, String> situation = Siblings.situation(tree());
            events.add(new Event.Predicted(NOW, question, answer, situation));
            return this;
        }

        History seen() {
            creations += missed;
            deletions += missed;
            events.add(tree());
            events.add(new Event.SessionsSeen(NOW, Set.copyOf(alive)));
            return new History(given, events);
        }

        private Event.TreeSeen tree() {
            List<Znode> all = new ArrayList<>();
            all.add(new Znode(parent, "", parentCzxid, 2, zxid, 0, creations + deletions, 0, 0));
            all.addAll(children);
            return new Event.TreeSeen(NOW, parent, all);
        }
    }
}
