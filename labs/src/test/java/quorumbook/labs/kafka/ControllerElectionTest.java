package quorumbook.labs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

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

class ControllerElectionTest {
    private final ControllerElection lab = new ControllerElection();
    private final Given given = lab.given(5);

    private ControllerStory begun() {
        return ControllerStory.begun(given);
    }

    /** The kill and what follows it by itself. */
    private ControllerStory takenOver() {
        return begun().sealedRight().killed(2).sessionEnds(2).reigns(3).leads(1, 3);
    }

    private ControllerStory right() {
        return takenOver().deleted().reigns(1);
    }

    private Verdict verdict(String check, ControllerStory story) {
        History history = story.history();
        Check found = lab.checks().stream()
                .filter(each -> each.id().equals(check))
                .findFirst()
                .orElseThrow();
        return found.judge().apply(history);
    }

    private void refuses(String check, ControllerStory story) {
        assertThat(verdict(check, story)).isInstanceOf(Verdict.Fail.class);
    }

    private void cannotTell(String check, ControllerStory story) {
        assertThat(verdict(check, story)).isInstanceOf(Verdict.Unknown.class);
    }

    private void accepts(ControllerStory story) {
        assertThat(lab.checks())
                .allSatisfy(check -> assertThat(check.judge().apply(story.history()))
                        .as(check.id())
                        .isInstanceOf(Verdict.Pass.class));
    }

    @Test
    void acceptsTheWholeExperiment() {
        accepts(right());
    }

    @Test
    void acceptsThatTheSameBrokerWinsAgainAfterTheDeletion() {
        accepts(takenOver().deleted().reigns(3));
    }

    @Test
    void acceptsAKilledBrokerThatIsBackAndASecondRoundThatWasOnlyBegun() {
        accepts(right().done("started", NodeId.kafka(2))
                .killed(1)
                .sessionEnds(1)
                .reigns(3));
    }

    @Test
    void acceptsASecondRoundWithItsOwnAnswers() {
        accepts(begun().killed(2)
                .sessionEnds(2)
                .reigns(3)
                .leads(1, 3)
                .done("started", NodeId.kafka(2))
                .sealedRight()
                .sealed(ControllerElection.EPOCH, "10")
                .sealed(ControllerElection.NEW_LEADER, "1")
                .killed(3)
                .sessionEnds(3)
                .reigns(2)
                .leads(1, 2)
                .leads(2, 1)
                .deleted()
                .reigns(2)
                .without(event -> event instanceof Event.TreeSeen seen
                        && seen.root().equals(ControllerLook.state(given.value("topic"), 1))));
    }

    @Test
    void anEmptyHistoryPassesNothing() {
        assertThat(lab.checks())
                .allSatisfy(check -> assertThat(check.judge().apply(new History(given, List.of())))
                        .isNotInstanceOf(Verdict.Pass.class));
    }

    @Test
    void refusesTheUntouchedLab() {
        refuses("controller-was-killed", begun());
        refuses("answers-were-sealed-in-time", begun());
    }

    @Test
    void refusesAKillOfAnotherServer() {
        refuses("controller-was-killed", begun().killed(1));
        refuses("controller-was-killed", begun().done("killed", NodeId.zk(3)));
        refuses("controller-was-killed", begun().done("killed", NodeId.zk(3)).reigns(1));
    }

    @Test
    void refusesAControllerThatWasStoppedOrPaused() {
        refuses(
                "controller-was-killed",
                begun().done("stopped", NodeId.kafka(2)).sessionEnds(2).reigns(1));
        refuses(
                "controller-was-killed",
                begun().done("paused", NodeId.kafka(2)).sessionEnds(2).reigns(1));
    }

    @Test
    void refusesADeletionBeforeTheSessionOfTheDeadHasEnded() {
        refuses(
                "another-took-over",
                begun().killed(2).deleted().reigns(1).deleted().reigns(3));
    }

    @Test
    void cannotTellBeforeAnotherControllerHasCome() {
        cannotTell("another-took-over", begun().killed(2));
        cannotTell("another-took-over", begun().killed(2).sessionEnds(2));
        cannotTell(
                "controller-is-a-real-one",
                begun().without(event ->
                        event instanceof Event.TreeSeen seen && seen.root().equals(ControllerLook.CONTROLLER)));
    }

    @Test
    void refusesAnEpochThatDidNotGrow() {
        refuses(
                "another-took-over",
                begun().killed(2)
                        .sessionEnds(2)
                        .forged(ControllerStory.session(3))
                        .epoch("7"));
        refuses(
                "deleted-by-hand",
                takenOver().deleted().forged(ControllerStory.session(3)).epoch("8"));
    }

    @Test
    void cannotTellWithoutTheEpochs() {
        cannotTell(
                "another-took-over",
                right().without(event ->
                        event instanceof Event.TreeSeen seen && seen.root().equals(ControllerLook.EPOCH)));
    }

    @Test
    void refusesASessionThatIsNoBrokers() {
        refuses("another-took-over", begun().killed(2).sessionEnds(2).forged(99));
        refuses("deleted-by-hand", takenOver().deleted().forged(99));
        refuses("controller-is-a-real-one", takenOver().deleted().forged(99));
    }

    @Test
    void refusesAZnodeThatWasSet() {
        refuses("deleted-by-hand", takenOver().set(3));
        refuses("controller-is-a-real-one", takenOver().set(3));
        refuses("controller-is-a-real-one", right().set(1));
    }

    @Test
    void refusesThatNobodyDeletedTheZnode() {
        refuses("deleted-by-hand", takenOver());
        // Its broker was killed too, and the session that lingers is no life.
        refuses("deleted-by-hand", takenOver().killed(3).deleted().reigns(1));
    }

    @Test
    void chargesNobodyWithASessionThatEndedByItself() {
        cannotTell(
                "you-foretold-the-epoch",
                takenOver().sessionEnds(3).reigns(1).deleted().reigns(1));
        cannotTell("controller-was-killed", begun().sessionEnds(2).reigns(1).killed(2));
    }

    @Test
    void aBrokerThatIsAskedToEndClosesItsSessionBeforeTheProof() {
        refuses("controller-was-killed", begun().sessionEnds(2).reigns(1).done("stopped", NodeId.kafka(2)));
    }

    @Test
    void aSecondControllerThatIsStoppedIsNotDeletedByHand() {
        refuses(
                "deleted-by-hand",
                takenOver().sessionEnds(3).done("stopped", NodeId.kafka(3)).reigns(1));
    }

    @Test
    void seesADeletionInAGapOfOurWatchIfTheSessionLivedOn() {
        accepts(takenOver().reigns(1).alive(3));
    }

    @Test
    void chargesNobodyWithAGapInOurWatch() {
        cannotTell("deleted-by-hand", takenOver().reigns(1));
    }

    @Test
    void refusesAnswersAfterTheKill() {
        refuses(
                "answers-were-sealed-in-time",
                begun().killed(2).sealedRight().sessionEnds(2).reigns(3));
    }

    @ParameterizedTest
    @CsvSource({
        "what-decides, highest, you-know-who-is-next",
        "what-decides, lowest, you-know-who-is-next",
        "what-decides, zxid, you-know-who-is-next",
        "what-decides, kafka3, you-know-who-is-next",
        "wait-after-kill, at-once, you-foretold-the-waits",
        "wait-after-kill, soon, you-foretold-the-waits",
        "wait-after-delete, session, you-foretold-the-waits",
        "epoch-in-the-end, 7, you-foretold-the-epoch",
        "epoch-in-the-end, 8, you-foretold-the-epoch",
        "epoch-in-the-end, nine, you-foretold-the-epoch",
        "new-partition-leader, 1, you-foretold-the-leader",
        "new-partition-leader, 2, you-foretold-the-leader",
        "new-partition-leader, me, you-foretold-the-leader"
    })
    void refusesAWrongForecast(String question, String answer, String check) {
        refuses(
                check,
                begun().sealedRight()
                        .sealed(question, answer)
                        .killed(2)
                        .sessionEnds(2)
                        .reigns(3)
                        .leads(1, 3)
                        .deleted()
                        .reigns(1));
    }

    @Test
    void chargesNobodyWithAReplicaThatWasNotInSync() {
        cannotTell(
                "you-foretold-the-leader",
                begun().sealedRight().killed(2).sessionEnds(2).reigns(3).leads(1, 1));
    }

    @Test
    void cannotTellBeforeThePartitionHasAnotherLeader() {
        cannotTell(
                "you-foretold-the-leader",
                begun().sealedRight().killed(2).sessionEnds(2).reigns(3));
        cannotTell(
                "you-foretold-the-leader",
                begun().sealedRight().killed(2).sessionEnds(2).reigns(3).leads(1, -1));
    }
}
