package quorumbook.labs.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorumbook.labs.Check;
import quorumbook.labs.Verdict;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Waited;

/** Trials told by hand. */
class LockTest {
    private static final String PATH = "/locks-1/trial-0000000000";

    private final Lock lab = new Lock();
    private final List<Event> events = new ArrayList<>();

    @Test
    void acceptsAWholeTrial() {
        whole();

        assertThat(verdicts()).allMatch(Verdict.Pass.class::isInstance);
    }

    @Test
    void acceptsAWholeTrialInWhichOthersMeetWithIt() {
        wholeWithOtherRoles();

        assertThat(verdicts()).allMatch(Verdict.Pass.class::isInstance);
    }

    @Test
    void chargesWhoeverIsCutOffAndNobodyElse() {
        wholeWithOtherRoles();
        events.add(afterAcquired(2), new Event.Used(now(), "copy 1", PATH));

        assertThat(fail(LockJudge::stopsWhenCutOff).actual()).isEqualTo("copy 1 used it while copy 2 held it");
        assertThat(LockJudge.oneHolderAtATime(history())).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void refusesTwoHoldersAfterOneWasCutOffToo() {
        wholeWithOtherRoles();
        events.addAll(
                afterAcquired(3),
                List.of(new Event.Acquired(now(), "copy 5", PATH), new Event.Used(now(), "copy 3", PATH)));

        assertThat(fail(LockJudge::oneHolderAtATime).actual())
                .isEqualTo("copy 3 used it after another had acquired it");
    }

    @Test
    void skipsTheLossOfASessionWhereTheTrialEndedSoonAfter() {
        trial();
        note(LockJudge.CUT_OFF, "copy 1");
        queueOfFive();
        gone(1);
        note(LockJudge.STUCK, "copy 2 to acquire when copy 1 lost its session; copy 2 returned");
        ended("early");

        assertThat(LockJudge.stopsWhenCutOff(history())).isInstanceOf(Verdict.Skipped.class);
    }

    @Test
    void refusesAReleaseWithoutWorkOfWhoeverReleases() {
        wholeWithOtherRoles();
        remove(event -> event instanceof Event.Used used && used.client().equals("copy 2"));

        assertThat(fail(LockJudge::theNextOneFollows).actual()).isEqualTo("copy 2 reported acquired, released");
    }

    @Test
    void judgesTheLastTrialOnItsOwn() {
        whole();
        acquired(2);
        whole();

        assertThat(verdicts()).allMatch(Verdict.Pass.class::isInstance);
    }

    /** When the holder's JVM is ended, its znode goes, and the next copy acquires for the short rest of its life. */
    @Test
    void doesNotListenToCopiesThatAreBeingEnded() {
        whole();
        acquired(1);
        acquired(3);

        assertThat(verdicts()).allMatch(Verdict.Pass.class::isInstance);
    }

    @Test
    void cannotTellWithoutATrial() {
        assertThat(verdicts()).allMatch(Verdict.Unknown.class::isInstance);
    }

    @Test
    void cannotTellWhenNothingProvesAFault() {
        whole();
        events.add(1, new Event.Unproved(now(), "reply of zk1 to create lost", "nobody asked for that"));

        assertThat(verdicts().subList(1, 7)).allMatch(Verdict.Unknown.class::isInstance);
    }

    @Test
    void refusesWhatCannotBeCalled() {
        trial();
        note(LockJudge.NOT_RUNNABLE, "there is no method work");
        ended("early");

        assertThat(fail(LockJudge::eachCopyQueues).actual()).isEqualTo("there is no method work");
    }

    @Test
    void refusesACopyThatDoesNotQueue() {
        trial();
        queued(1);
        note(LockJudge.notQueued("copy 2"), "it acquired");
        ended("early");

        assertThat(fail(LockJudge::eachCopyQueues).actual()).isEqualTo("copy 2 has none: it acquired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"persistent n-0000000000", "ephemeral held"})
    void refusesAZnodeOfAnotherKind(String znode) {
        trial();
        note(LockJudge.znodeOf("copy 1"), znode);
        ended("early");

        assertThat(LockJudge.eachCopyQueues(history())).isInstanceOf(Verdict.Fail.class);
        assertThat(LockJudge.oneHolderAtATime(history())).isInstanceOf(Verdict.Skipped.class);
    }

    @Test
    void refusesTwoZnodesAfterALostReply() {
        whole();
        replace(LockJudge.AFTER_LOST_REPLY, "n-0000000003 n-0000000004");

        assertThat(fail(LockJudge::oneZnodeAfterALostReply).actual()).contains("it has 2");
    }

    @Test
    void refusesACopyThatGivesUpAfterALostReply() {
        whole();
        note(LockJudge.ENDED_UNHEARD, "threw ConnectionLossException");
        ended("early");

        assertThat(LockJudge.oneZnodeAfterALostReply(history())).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void refusesTwoHolders() {
        trial();
        queueOfFive();
        gone(2);
        acquired(3);
        ended("early");

        assertThat(fail(LockJudge::oneHolderAtATime).actual()).contains("copy 1 had not given it back");
        assertThat(LockJudge.theNextOneFollows(history())).isInstanceOf(Verdict.Skipped.class);
    }

    /** Whoever looks the moment up looks in all that happened, not in the last trial. */
    @Test
    void saysTheMomentAlsoAfterAnEarlierTrial() {
        whole();
        trial();
        queueOfFive();
        gone(2);
        acquired(3);
        Event secondHolder = events.get(events.size() - 1);
        ended("early");

        assertThat(fail(LockJudge::oneHolderAtATime).events())
                .extracting(history().events()::get)
                .contains(secondHolder);
    }

    @Test
    void refusesWhoComesLastAndIsServedFirst() {
        trial();
        queueOfFive();
        gone(2);
        worked(1);
        acquired(5);
        ended("early");

        assertThat(fail(LockJudge::firstComeFirstServed).expected()).isEqualTo("copy 3 first, with place 2");
        assertThat(LockJudge.oneHolderAtATime(history())).isInstanceOf(Verdict.Skipped.class);
    }

    @Test
    void refusesALockThatNobodyGetsAnyMore() {
        trial();
        queueOfFive();
        note(
                LockJudge.STUCK,
                "copy 3 to acquire when copy 1 released; copy 1 returned and left its znode in the queue");
        ended("early");

        assertThat(fail(LockJudge::theNextOneFollows).expected()).isEqualTo("copy 3 to acquire when copy 1 released");
    }

    @Test
    void refusesAHolderThatDoesNoWork() {
        whole();
        remove(event -> event instanceof Event.Used used && used.client().equals("copy 1"));

        assertThat(fail(LockJudge::theNextOneFollows).actual()).isEqualTo("copy 1 reported acquired, released");
    }

    @Test
    void refusesAHerdOnTheChildren() {
        whole();
        replace(LockJudge.TOLD_OF + "the release of copy 1", "0 3");

        assertThat(fail(LockJudge::oneIsWokenAtATime).actual()).contains("3 watches on the children");
    }

    @Test
    void refusesWhoAsksAgainAndAgain() {
        whole();
        replace(LockJudge.TOLD_OF + "the release of copy 1", "0 0");

        assertThat(fail(LockJudge::oneIsWokenAtATime).actual()).contains("told to nobody");
    }

    @Test
    void refusesTwoThatWatchTheSame() {
        trial();
        watch(3, "a-0000000000");
        watch(4, "a-0000000000");
        ended("early");

        assertThat(fail(LockJudge::oneIsWokenAtATime).actual())
                .isEqualTo("copy 3 and copy 4 watch the same znode, …0000000000");
    }

    @Test
    void refusesWorkAfterTheSessionWasLost() {
        whole();
        add(new Event.Used(now(), "copy 4", PATH));
        events.add(events.size() - 6, events.remove(events.size() - 1));

        assertThat(fail(LockJudge::stopsWhenCutOff).actual()).isEqualTo("copy 4 used it while copy 5 held it");
        assertThat(LockJudge.oneHolderAtATime(history())).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void doesNotChargeWhoHadNoChanceToQueue() {
        trial();
        queued(1);
        inVain(LockJudge.notQueued("copy 2"), "nothing for 20 s", STARVED);
        ended("early");

        assertThat(verdicts()).filteredOn(Verdict.Unknown.class::isInstance).hasSize(1);
        assertThat(verdicts()).noneMatch(verdict -> verdict instanceof Verdict.Pass || verdict instanceof Verdict.Fail);
    }

    @Test
    void chargesWhoHadTimeEnoughToQueue() {
        trial();
        queued(1);
        inVain(LockJudge.notQueued("copy 2"), "nothing for 20 s", FAIR);
        ended("early");

        assertThat(fail(LockJudge::eachCopyQueues).actual()).isEqualTo("copy 2 has none: nothing for 20 s");
    }

    @Test
    void doesNotChargeWhoHadNoChanceToAcquire() {
        trial();
        queueOfFive();
        inVain(LockJudge.STUCK, "copy 3 to acquire when copy 1 released; nobody acquired within 20 s", STARVED);
        ended("early");

        assertThat(LockJudge.theNextOneFollows(history())).isInstanceOf(Verdict.Unknown.class);
        assertThat(verdicts()).noneMatch(Verdict.Fail.class::isInstance);
    }

    @Test
    void doesNotChargeWhoHadNoChanceToWatch() {
        whole();
        remove(LockJudge.TOLD_OF + "the release of copy 1");
        inVain(LockJudge.TOLD_OF + "the release of copy 1", "0 0", STARVED);
        ended(LockJudge.WHOLE);

        assertThat(LockJudge.oneIsWokenAtATime(history())).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void doesNotChargeWhoHadNoChanceToEnd() {
        whole();
        remove(event ->
                event instanceof Event.Released released && released.client().equals("copy 5"));
        remove(LockJudge.endOf("copy 5"));
        inVain(LockJudge.endOf("copy 5"), "has not ended", STARVED);
        ended(LockJudge.WHOLE);

        assertThat(LockJudge.theNextOneFollows(history())).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void doesNotChargeWhoHadNoChanceToNoticeThatItsSessionIsLost() {
        whole();
        events.add(events.size() - 6, new Event.Used(now(), "copy 4", PATH));
        assertThat(LockJudge.stopsWhenCutOff(history())).isInstanceOf(Verdict.Fail.class);

        inVain(LockJudge.TIME_TO_NOTICE, "over", STARVED);
        ended(LockJudge.WHOLE);

        assertThat(LockJudge.stopsWhenCutOff(history())).isInstanceOf(Verdict.Unknown.class);
    }

    /** What was seen was seen, however busy the machine was. */
    @Test
    void chargesTwoHoldersOnAStarvedMachineToo() {
        trial();
        queueOfFive();
        gone(2);
        acquired(3);
        inVain(LockJudge.STUCK, "copy 4 to acquire when copy 3 died; nobody acquired within 20 s", STARVED);
        ended("early");

        assertThat(LockJudge.oneHolderAtATime(history())).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void chargesASilenceOfAFairTrialAfterOneOnAStarvedMachine() {
        trial();
        queueOfFive();
        inVain(LockJudge.STUCK, "copy 3 to acquire when copy 1 released; nobody acquired within 20 s", STARVED);
        ended("early");
        trial();
        queueOfFive();
        inVain(LockJudge.STUCK, "copy 3 to acquire when copy 1 released; nobody acquired within 20 s", FAIR);
        ended("early");

        assertThat(LockJudge.theNextOneFollows(history())).isInstanceOf(Verdict.Fail.class);
    }

    private static final Waited STARVED = new Waited(20_000, 100, 0, 2);
    private static final Waited FAIR = new Waited(20_000, 15_000, 0, 2);

    private void inVain(String name, String value, Waited waited) {
        add(new Event.Noted(now(), name, value, Optional.of(waited)));
    }

    private void remove(String name) {
        remove(event -> event instanceof Event.Noted noted && noted.name().equals(name));
    }

    @Test
    void cannotTellWhenTheCutOffCopyDoesNothing() {
        whole();
        remove(LockJudge.ENDED_CUT_OFF);

        assertThat(LockJudge.stopsWhenCutOff(history())).isInstanceOf(Verdict.Unknown.class);
    }

    private void whole() {
        trial();
        queueOfFive();
        note(LockJudge.AFTER_LOST_REPLY, "n-0000000003");
        watch(3, "n-0000000001");
        watch(4, "n-0000000002");
        note(LockJudge.ON_CHILDREN, "0");
        gone(2);
        watch(3, "n-0000000000");
        note(LockJudge.ON_CHILDREN, "0");
        note(LockJudge.TOLD_OF + "the end of copy 2", "1 0");
        worked(1);
        acquired(3);
        note(LockJudge.TOLD_OF + "the release of copy 1", "1 0");
        gone(3);
        acquired(4);
        add(new Event.Inflicted(now(), "clients of zk1 cut off", List.of(proof())));
        acquired(5);
        gone(4);
        note(LockJudge.ENDED_CUT_OFF, "threw SessionExpiredException");
        worked(5);
        note(LockJudge.endOf("copy 1"), "returned");
        note(LockJudge.endOf("copy 5"), "returned");
        ended(LockJudge.WHOLE);
    }

    /** Copy 1 is cut off while it holds, copy 2 releases, copy 3 dies holding, copy 4 dies waiting. */
    private void wholeWithOtherRoles() {
        trial();
        note(LockJudge.UNHEARD, "copy 2");
        note(LockJudge.CUT_OFF, "copy 1");
        queueOfFive();
        note(LockJudge.AFTER_LOST_REPLY, "n-0000000001");
        gone(4);
        note(LockJudge.TOLD_OF + "the end of copy 4", "1 0");
        add(new Event.Inflicted(now(), "clients of zk1 cut off", List.of(proof())));
        gone(1);
        acquired(2);
        note(LockJudge.ENDED_CUT_OFF, "threw SessionExpiredException");
        worked(2);
        acquired(3);
        note(LockJudge.TOLD_OF + "the release of copy 2", "1 0");
        gone(3);
        acquired(5);
        note(LockJudge.TOLD_OF + "the end of copy 3", "1 0");
        worked(5);
        note(LockJudge.endOf("copy 2"), "returned");
        note(LockJudge.endOf("copy 5"), "returned");
        ended(LockJudge.WHOLE);
    }

    private static Proof proof() {
        return new Proof(NodeId.zk(1), "cut off from its clients", Instant.EPOCH, List.of("calls were refused"));
    }

    private void queueOfFive() {
        queued(1);
        acquired(1);
        for (int copy = 2; copy <= LockStory.COPIES; copy++) {
            queued(copy);
        }
    }

    private void trial() {
        note(LockJudge.TRIAL, PATH);
    }

    private void ended(String how) {
        note(LockJudge.ENDED, how);
    }

    private void queued(int copy) {
        note(LockJudge.znodeOf(LockCopy.name(copy)), "ephemeral n-000000000" + (copy - 1));
        add(new Event.Queued(now(), LockCopy.name(copy), PATH, copy - 1));
    }

    private void acquired(int copy) {
        add(new Event.Acquired(now(), LockCopy.name(copy), PATH));
    }

    /** The index behind its first acquisition. */
    private int afterAcquired(int copy) {
        return 1
                + events.indexOf(events.stream()
                        .filter(event -> event instanceof Event.Acquired acquired
                                && acquired.client().equals(LockCopy.name(copy)))
                        .findFirst()
                        .orElseThrow());
    }

    private void worked(int copy) {
        add(new Event.Used(now(), LockCopy.name(copy), PATH));
        add(new Event.Released(now(), LockCopy.name(copy), PATH));
    }

    private void gone(int copy) {
        add(new Event.Gone(now(), LockCopy.name(copy), "killed"));
    }

    private void watch(int copy, String znode) {
        note(LockJudge.watchedBy(LockCopy.name(copy)), znode);
    }

    private void note(String name, String value) {
        add(new Event.Noted(now(), name, value));
    }

    private void replace(String name, String value) {
        events.replaceAll(
                event -> event instanceof Event.Noted noted && noted.name().equals(name)
                        ? new Event.Noted(noted.at(), name, value)
                        : event);
    }

    private void remove(Predicate<Event> what) {
        events.removeIf(what);
    }

    private void add(Event event) {
        events.add(event);
    }

    private Instant now() {
        return Instant.EPOCH.plusSeconds(events.size());
    }

    private History history() {
        return new History(lab.given(1), events);
    }

    private List<Verdict> verdicts() {
        return lab.checks().stream()
                .map(Check::judge)
                .map(judge -> judge.apply(history()))
                .toList();
    }

    private Verdict.Fail fail(Function<History, Verdict> judge) {
        Verdict verdict = judge.apply(history());
        assertThat(verdict).isInstanceOf(Verdict.Fail.class);
        return (Verdict.Fail) verdict;
    }
}
