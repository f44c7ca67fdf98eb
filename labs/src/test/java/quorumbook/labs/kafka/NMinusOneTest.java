package quorumbook.labs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Outcome;

class NMinusOneTest {
    private final NMinusOne lab = new NMinusOne();
    private final Given given = lab.given(5);

    private DeathStory ready() {
        return DeathStory.ready(given);
    }

    private Verdict verdict(String check, DeathStory story) {
        return lab.checks().stream()
                .filter(each -> each.id().equals(check))
                .findFirst()
                .orElseThrow()
                .judge()
                .apply(story.history());
    }

    private void refuses(String check, DeathStory story) {
        assertThat(verdict(check, story)).isInstanceOf(Verdict.Fail.class);
    }

    private void cannotTell(String check, DeathStory story) {
        assertThat(verdict(check, story)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void acceptsTheWholeExperiment() {
        assertThat(lab.checks())
                .allSatisfy(check -> assertThat(
                                check.judge().apply(ready().experiment().history()))
                        .as(check.id())
                        .isInstanceOf(Verdict.Pass.class));
    }

    @Test
    void judgesTheSecondExperimentOnItsOwn() {
        DeathStory story =
                ready().sealed(NMinusOne.WRITES_TWO, "yes yes yes no").experiment();
        refuses("table-is-as-foretold", story);

        DeathStory again = story.sealed(NMinusOne.WRITES_TWO, "yes yes no no").looked("", 1, 2, 3);
        assertThat(ReplicaJudge.isReady(again.history())).isTrue();
        assertThat(verdict("table-is-as-foretold", again)).isInstanceOf(Verdict.Skipped.class);
        assertThat(verdict("table-is-as-foretold", again.experiment())).isInstanceOf(Verdict.Pass.class);
        assertThat(verdict("loss-is-as-foretold", again)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void anEmptyHistoryPassesNothing() {
        assertThat(lab.checks())
                .allSatisfy(check -> assertThat(check.judge().apply(new History(given, List.of())))
                        .isNotInstanceOf(Verdict.Pass.class));
    }

    @Test
    void nothingDiesBeforeThereIsATableAndTopics() {
        assertThat(ReplicaJudge.isReady(ready().history())).isTrue();
        assertThat(ReplicaJudge.isReady(ready().looked("kafka2", 1, 2, 3).history()))
                .isFalse();
        assertThat(ReplicaJudge.isReady(ready().looked("", 1).history())).isFalse();
        assertThat(ReplicaJudge.isReady(ready().sealed(NMinusOne.LOST, "some").history()))
                .isFalse();
        assertThat(verdict("table-is-as-foretold", ready())).isInstanceOf(Verdict.Skipped.class);
        assertThat(verdict("loss-is-as-foretold", ready())).isInstanceOf(Verdict.Skipped.class);
    }

    @Test
    void refusesBrokersThatAreDown() {
        refuses("every-broker-runs", ready().looked("kafka1, kafka3", 1, 2, 3));
    }

    @Test
    void refusesTooFewReplicasAndTooManyPartitions() {
        refuses("a-replica-on-each-broker", ready().looked("", 2));
        refuses("a-replica-on-each-broker", ready().looked("", 1, 2));
        refuses("a-replica-on-each-broker", ready().partition("two", 1, List.of(1, 2, 3), 0));
        refuses("a-replica-on-each-broker", ready().noted(ReplicaLook.DOWN, ""));
        cannotTell(
                "a-replica-on-each-broker",
                ready().noted(ReplicaLook.DOWN, "")
                        .inSync("one", List.of(1, 2, 3), 1)
                        .inSync("two", List.of(1, 2, 3), 0));
    }

    @Test
    void refusesAnotherMinimum() {
        refuses("minimum-is-as-asked", ready().noted(ReplicaLook.minimumOf(given.value("two")), "1"));
        refuses("minimum-is-as-asked", ready().noted(ReplicaLook.minimumOf(given.value("one")), "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "yes yes yes", "yes yes yes yes yes", "yes no maybe no", "2"})
    void refusesARowThatCannotBeRead(String answer) {
        refuses("table-is-filled-in", ready().sealed(NMinusOne.READS_ONE, answer));
    }

    private static final String BY_HAND = "two-died-by-your-hand";

    @Test
    void asksForBothAnswersAboutTheIsr() {
        refuses(BY_HAND, new DeathStory(given));
        refuses(BY_HAND, new DeathStory(given).done("killed", 2).saw(1, "1 3", "kafka2", "1 3"));
    }

    @Test
    void refusesWhoKillsTwoAtOnce() {
        refuses(BY_HAND, ready().done("killed", 1).done("killed", 2).saw(1, "3", "kafka1, kafka2", "3"));
        refuses(
                BY_HAND,
                ready().done("killed", 2)
                        .saw(1, "1 3", "kafka2", "1 3")
                        .done("started", 2)
                        .done("killed", 1)
                        .done("killed", 2)
                        .saw(2, "3", "kafka1, kafka2", "3"));
    }

    @Test
    void refusesWhoDoesNotWaitForTheIsr() {
        refuses(BY_HAND, ready().done("killed", 2).saw(1, "1 2 3", "kafka2", "1 2 3"));
        refuses(BY_HAND, ready().done("killed", 2).saw(1, "1 3", "kafka2", "1 3", "1 2 3"));
        refuses(BY_HAND, ready().done("killed", 2).saw(1, "1 3", "kafka2", "1 2 3", "1 3"));
    }

    @Test
    void refusesAStopInPlaceOfAKill() {
        refuses(BY_HAND, ready().done("stopped", 2).saw(1, "1 3", "kafka2", "1 3"));
    }

    @Test
    void refusesAnIsrThatIsNotThatOne() {
        refuses(BY_HAND, ready().done("killed", 2).saw(1, "2 3", "kafka2", "1 3"));
    }

    @Test
    void refusesAnAnswerAboutTheSecondDeathBeforeTheFirst() {
        refuses(BY_HAND, ready().done("killed", 2).saw(1, "1 3", "kafka2", "1 3"));
    }

    @Test
    void killsThatWereTriedBeforeCountForNothing() {
        assertThat(verdict(
                        BY_HAND,
                        new DeathStory(given)
                                .done("killed", 3)
                                .done("started", 3)
                                .done("killed", 2)
                                .saw(1, "3, 1", "kafka2", "1 3")
                                .done("killed", 3)
                                .saw(2, "1", "kafka2, kafka3", "1")))
                .isInstanceOf(Verdict.Pass.class);
    }

    @ParameterizedTest
    @CsvSource({
        "writes-min-1, yes yes no no",
        "writes-min-1, yes yes yes yes",
        "writes-min-2, yes yes yes no",
        "writes-min-2, yes no no no",
        "reads-min-1, yes yes no no",
        "reads-min-2, yes yes no no",
        "reads-min-2, yes yes yes yes"
    })
    void refusesAWrongRow(String question, String answer) {
        refuses("table-is-as-foretold", ready().sealed(question, answer).experiment());
    }

    @Test
    void refusesAForecastOfLoss() {
        refuses("loss-is-as-foretold", ready().sealed(NMinusOne.LOST, "5").experiment());
    }

    @Test
    void readsRowsAsPeopleWriteThem() {
        assertThat(TableRow.parse(" Yes, yes | NO no ")).contains(new TableRow(List.of(true, true, false, false)));
        assertThat(TableRow.count("None")).contains(0);
    }

    @Test
    void cannotTellWithoutProofOfEachDeath() {
        cannotTell(
                "table-is-as-foretold",
                ready().experiment()
                        .without(event -> event instanceof Event.Inflicted died
                                && died.fault().startsWith("kafka2")));
    }

    @Test
    void cannotTellIfTheIsrHadNotShrunk() {
        cannotTell(
                "table-is-as-foretold",
                ready().noted(DyingBrokers.TRIAL, "brokers die")
                        .phase(0)
                        .died(1)
                        .inSync("one", List.of(1, 2, 3), 0)
                        .noted(DyingBrokers.DEAD, "1")
                        .write("one", Optional.empty())
                        .read("one", true));
    }

    @Test
    void aMissingAnswerOfALivingBrokerIsNoRefusal() {
        cannotTell(
                "table-is-as-foretold",
                ready().noted(DyingBrokers.TRIAL, "brokers die")
                        .phase(0)
                        .phase(1)
                        .died(2)
                        .inSync("one", List.of(1, 2, 3), 2)
                        .inSync("two", List.of(1, 2, 3), 2)
                        .noted(DyingBrokers.DEAD, "2")
                        .write("one", Optional.empty())
                        .write("two", Optional.of(new Outcome.Unknown("TimeoutException")))
                        .read("one", true)
                        .read("two", true)
                        .phase(3)
                        .back());
    }

    @Test
    void aRefusalWithEnoughBrokersAliveIsNobodysFault() {
        DeathStory story = ready().noted(DyingBrokers.TRIAL, "brokers die")
                .phase(0)
                .died(1)
                .inSync("one", List.of(1, 2, 3), 1)
                .inSync("two", List.of(1, 2, 3), 1)
                .noted(DyingBrokers.DEAD, "1")
                .write("one", Optional.empty())
                .write("two", Optional.of(new Outcome.Failed("NotEnoughReplicasException")))
                .read("one", true)
                .read("two", true);

        cannotTell("table-is-as-foretold", story.phase(2).phase(3).back());
    }

    @Test
    void cannotTellIfSomethingAcknowledgedIsMissing() {
        DeathStory story = ready().noted(DyingBrokers.TRIAL, "brokers die")
                .phase(0)
                .phase(1)
                .phase(2)
                .phase(3);
        cannotTell("loss-is-as-foretold", story.forget("one").back());
        cannotTell(
                "table-is-as-foretold",
                ready().noted(DyingBrokers.TRIAL, "brokers die")
                        .phase(0)
                        .forget("two")
                        .phase(1)
                        .phase(2)
                        .phase(3)
                        .back());
    }

    @Test
    void cannotTellBeforeAllAreBack() {
        cannotTell(
                "loss-is-as-foretold",
                ready().noted(DyingBrokers.TRIAL, "brokers die")
                        .phase(0)
                        .phase(1)
                        .phase(2)
                        .phase(3));
    }
}
