package quorumbook.labs.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorumbook.labs.Check;
import quorumbook.labs.Verdict;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Znode;

class LaterElectionTest {
    private static final long SEVEN = 0x100000007L;
    private static final long EIGHT = 0x100000008L;
    private static final String SITUATION = "looking looking down down down";

    private final LaterElection lab = new LaterElection();
    private final Given given = lab.given(1);

    @Test
    void acceptsTheWholeExperiment() {
        History history = whole().history();

        assertThat(lab.checks())
                .allSatisfy(check ->
                        assertThat(check.judge().apply(history)).as(check.id()).isInstanceOf(Verdict.Pass.class));
    }

    @ParameterizedTest
    @CsvSource({"epoch,EPOCH", "zxid,ZXID", "sid,SID", "myid,SID", "id,SID", " SID ,SID"})
    void readsWhatDecides(String answer, Decider decider) {
        assertThat(Decider.parse(answer)).hasValue(decider);
    }

    @Test
    void refusesTheUntouchedLab() {
        History history =
                new ElectionStory(given).seen("down down down down down").history();

        assertThat(LaterElectionJudge.thirdServerLedBefore(history)).isInstanceOf(Verdict.Fail.class);
        assertThat(LaterElectionJudge.twoMissedOneTransaction(history)).isInstanceOf(Verdict.Fail.class);
        assertThat(LaterElectionJudge.answersWereSealedInTime(history)).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void cannotTellWithoutALook() {
        History history = whole().without(event -> event instanceof Event.Observed
                        || event instanceof Event.TreeSeen
                        || event instanceof Event.Noted)
                .history();

        assertThat(LaterElectionJudge.twoMissedOneTransaction(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(LaterElectionJudge.thirdAndFifthAreDown(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(LaterElectionJudge.secondServerLeads(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(LaterElectionJudge.lastWriteSurvived(history)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void anotherLeaderBeforeIsAnotherExperiment() {
        History history = whole().without(
                        event -> event instanceof Event.Led led && led.server().equals(NodeId.zk(3)))
                .led(5, 1)
                .history();

        assertThat(fail(LaterElectionJudge.thirdServerLedBefore(history)).actual())
                .contains("zk5 led in epoch 1");
    }

    @ParameterizedTest
    @CsvSource({
        "0x100000008, 0x100000007, zk4 (1; 0x100000008; 4); zk5 (1; 0x100000007; 5) 1 behind",
        "0x100000008, 0x100000008, nobody has missed anything",
        "0x100000006, 0x100000007, zk4 (1; 0x100000006; 4) 2 behind",
        "0x100000007, 0x100000009, zk5 (1; 0x100000009; 5) not of the same history",
    })
    void otherZxidsAreAnotherSituation(String fourth, String fifth, String said) {
        History history = whole().without(event -> event instanceof Event.Voted vote
                                && vote.server().equals(NodeId.zk(4))
                        || event instanceof Event.Noted noted && noted.name().equals(Standing.storedOf(NodeId.zk(5))))
                .voted(4, 1, Long.decode(fourth))
                .noted(Standing.storedOf(NodeId.zk(5)), fifth)
                .history();

        assertThat(fail(LaterElectionJudge.twoMissedOneTransaction(history)).actual())
                .contains(said.replace(';', ','));
    }

    @Test
    void aServerOfAnotherEpochIsAnotherSituation() {
        History other = whole().without(event ->
                        event instanceof Event.Noted noted && noted.name().equals(EnsembleLook.epochOf(NodeId.zk(5))))
                .noted(EnsembleLook.epochOf(NodeId.zk(5)), "0")
                .history();

        assertThat(fail(LaterElectionJudge.twoMissedOneTransaction(other)).actual())
                .contains("zk5 (0, 0x100000007, 5) not of the same history");
    }

    @Test
    void onlyTheFirstVoteOfAnElectionCounts() {
        History history = whole().voted(4, 1, EIGHT).history();

        assertThat(LaterElectionJudge.twoMissedOneTransaction(history)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void aVoteBeforeTheServerWasInStepAgainDoesNotCount() {
        History history = whole().without(event ->
                        event instanceof Event.Voted vote && vote.server().equals(NodeId.zk(4)))
                .voted(4, 1, SEVEN)
                .joined(4, 1)
                .voted(4, 1, EIGHT)
                .history();

        assertThat(fail(LaterElectionJudge.twoMissedOneTransaction(history)).actual())
                .contains("zk4 (1, 0x100000008, 4), zk5");
    }

    @ParameterizedTest
    @CsvSource({
        "follower leader down follower paused, zk5 is there: paused",
        "follower leader paused follower down, zk3"
    })
    void aPausedServerIsNotDown(String now, String said) {
        History history = whole().seen(now).history();

        assertThat(fail(LaterElectionJudge.thirdAndFifthAreDown(history)).actual())
                .contains(said);
    }

    @Test
    void nobodyLeadsWithoutAMajority() {
        History history = whole().seen("looking looking down down down").history();

        assertThat(fail(LaterElectionJudge.secondServerLeads(history)).actual())
                .isEqualTo("zk1 looking, zk2 looking, zk4 down");
    }

    @Test
    void moreThanOneElectionIsNotChargedToAnybody() {
        History history = whole().without(event ->
                        event instanceof Event.Noted noted && noted.name().equals(EnsembleLook.epochOf(NodeId.zk(2))))
                .noted(EnsembleLook.epochOf(NodeId.zk(2)), "3")
                .history();

        assertThat(LaterElectionJudge.secondServerLeads(history)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aLeaderThatNobodyAskedForIsNotChargedToAnybody() {
        History history =
                whole().led(4, 3).seen("follower follower down leader down").history();

        assertThat(judged("second-server-leads", history)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aLeaderThatTheLearnerCausedIs() {
        History history = whole().done("restarted", 2)
                .led(4, 3)
                .seen("follower follower down leader down")
                .history();

        assertThat(judged("second-server-leads", history)).isInstanceOf(Verdict.Fail.class);
    }

    @ParameterizedTest
    @CsvSource({"other, 0x100000008", "$news, 0x100000007"})
    void anotherWriteIsNotTheOneThatWasMissed(String data, String zxid) {
        History history =
                whole().event(onFourth(given.fill(data), Long.decode(zxid))).history();

        assertThat(LaterElectionJudge.lastWriteSurvived(history)).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void anAnswerAfterTheVoteIsRefused() {
        History history = whole().without(event -> event instanceof Event.Predicted)
                .sealed(LaterElection.NEXT_LEADER, "2", SITUATION)
                .history();

        assertThat(fail(LaterElectionJudge.answersWereSealedInTime(history)).actual())
                .contains("after that");
    }

    @Test
    void aLateAnswerDoesNotReplaceTheOneBefore() {
        History history = answered("4", "zxid", "sid")
                .sealed(LaterElection.NEXT_LEADER, "2", SITUATION)
                .history();

        assertThat(LaterElectionJudge.answersWereSealedInTime(history)).isInstanceOf(Verdict.Pass.class);
        assertThat(fail(LaterElectionJudge.youForetoldTheLeader(history)).expected())
                .contains("zk4 leads");
    }

    @ParameterizedTest
    @CsvSource({"4", "1", "3", "5", "none", "who knows"})
    void anotherLeaderIsRefused(String answer) {
        History history = answered(answer, "zxid", "sid").history();

        assertThat(LaterElectionJudge.youForetoldTheLeader(history)).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void aWrongLeaderIsExplainedWithTheVotes() {
        History history = answered("4", "zxid", "sid").history();

        assertThat(fail(LaterElectionJudge.youForetoldTheLeader(history)).actual())
                .contains("zk1 (1, 0x100000008, 1), zk2 (1, 0x100000008, 2), zk4 (1, 0x100000007, 4)");
    }

    @ParameterizedTest
    @CsvSource({"sid", "epoch", "luck"})
    void anotherReasonAgainstTheFourthIsRefused(String answer) {
        History history = answered("2", answer, "sid").history();

        assertThat(LaterElectionJudge.youKnowWhyNotTheFourth(history)).isInstanceOf(Verdict.Fail.class);
        assertThat(LaterElectionJudge.youKnowWhyNotTheFirst(history)).isInstanceOf(Verdict.Pass.class);
    }

    @ParameterizedTest
    @CsvSource({"zxid", "epoch"})
    void anotherReasonAgainstTheFirstIsRefused(String answer) {
        History history = answered("2", "zxid", answer).history();

        assertThat(LaterElectionJudge.youKnowWhyNotTheFirst(history)).isInstanceOf(Verdict.Fail.class);
        assertThat(LaterElectionJudge.youKnowWhyNotTheFourth(history)).isInstanceOf(Verdict.Pass.class);
    }

    private Verdict judged(String id, History history) {
        Check check = lab.checks().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        return check.judge().apply(history);
    }

    private ElectionStory whole() {
        return answered("2", "zxid", "sid");
    }

    private ElectionStory answered(String leader, String four, String one) {
        ElectionStory story = new ElectionStory(given)
                .done("started", 1, 2, 3, 4, 5)
                .done("stopped", 4, 5)
                .done("killed", 3)
                .sealed(LaterElection.NEXT_LEADER, leader, SITUATION)
                .sealed(LaterElection.TWO_OR_FOUR, four, SITUATION)
                .sealed(LaterElection.ONE_OR_TWO, one, SITUATION)
                .done("started", 4)
                .seen("follower leader down follower down");
        story.voted(1, 0, 0).joined(1, 1).voted(1, 1, EIGHT).joined(1, 2);
        story.voted(2, 0, 0).joined(2, 1).voted(2, 1, EIGHT).led(2, 2);
        story.voted(3, 0, 0).led(3, 1);
        story.voted(4, 1, SEVEN).joined(4, 2);
        story.voted(5, 0, 0).joined(5, 1);
        for (int server : List.of(1, 2, 3, 4, 5)) {
            boolean down = server == 3 || server == 5;
            story.noted(EnsembleLook.epochOf(NodeId.zk(server)), down ? "1" : "2");
        }
        story.noted(Standing.storedOf(NodeId.zk(3)), "0x100000008");
        story.noted(Standing.storedOf(NodeId.zk(5)), "0x100000007");
        return story.event(onFourth(given.value("news"), EIGHT));
    }

    private Event onFourth(String data, long mzxid) {
        String ledger = given.value("ledger");
        return new Event.TreeSeen(
                Instant.EPOCH, ledger, List.of(new Znode(ledger, data, SEVEN, mzxid, SEVEN, 1, 0, 0, 0)));
    }

    private static Verdict.Fail fail(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Fail.class);
        return (Verdict.Fail) verdict;
    }
}
