package quorumbook.labs.kafka;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.invariant.SentRecords;

/** What the last trial showed: of the topic, of the learner's records, and of ours that were sent with each acks. */
final class AcksJudge {
    /** Noted with its number when a trial begins. */
    static final String TRIAL = "trial";

    static final String MINIMUM = "min.insync.replicas";
    static final String NOT_RUNNABLE = "not runnable";
    static final String IN_PEACE = "acknowledged in peace";
    static final String END_IN_PEACE = "end in peace";
    static final String STRANGE = "strange report";

    private static final int REPLICAS = 3;
    private static final String WANTED_MINIMUM = "2";
    private static final String AGAIN = "/check again";
    private static final String LIST = "/list";

    private AcksJudge() {}

    static boolean isAsWanted(Event.TopicSeen topic, String minimum) {
        return topic.partitions().size() == 1
                && topic.partitions().get(0).replicas() == REPLICAS
                && minimum.equals(WANTED_MINIMUM);
    }

    static Verdict topicKeepsThreeCopies(History whole) {
        History history = ofLastTrial(whole);
        Optional<Event.TopicSeen> seen = history.last(Event.TopicSeen.class);
        if (seen.isEmpty()) {
            return Verdict.unknown("nobody saw the topic at this check", AGAIN);
        }
        Event.TopicSeen topic = seen.get();
        String expected = topic.topic() + " with 1 partition, 3 replicas, min.insync.replicas=2";
        if (topic.partitions().isEmpty()) {
            return Verdict.fail(expected, "there is no such topic", "kafka-topics --list");
        }
        Optional<String> minimum = history.noted(MINIMUM);
        if (minimum.isEmpty()) {
            return Verdict.unknown("nobody has read the settings of " + topic.topic(), AGAIN);
        }
        int partitions = topic.partitions().size();
        String actual = partitions + (partitions == 1 ? " partition, " : " partitions, ")
                + topic.partitions().get(0).replicas() + " replicas, min.insync.replicas=" + minimum.get();
        return isAsWanted(topic, minimum.get())
                ? Verdict.pass(actual)
                : Verdict.fail(expected, actual, "kafka-topics --describe --topic " + topic.topic());
    }

    static Verdict recordsAreAcknowledged(History whole) {
        History history = ofLastTrial(whole);
        Optional<String> notRunnable = history.noted(NOT_RUNNABLE);
        if (notRunnable.isPresent()) {
            return Verdict.fail("a method send(String topic, String stem, int count)", notRunnable.get(), LIST);
        }
        Optional<String> acknowledged = history.noted(IN_PEACE);
        if (acknowledged.isEmpty()) {
            return Verdict.unknown("nothing was sent at this check", AGAIN);
        }
        if (acknowledged.get().equals(Integer.toString(AcksStory.MANY))) {
            return Verdict.pass("all " + AcksStory.MANY + " were reported while nothing was wrong");
        }
        String strange = history.noted(STRANGE)
                .map(words -> "; it also reported: " + words)
                .orElse("");
        return Verdict.fail(
                        AcksStory.MANY + " values reported as acknowledged while nothing is wrong",
                        "fewer were reported, and send "
                                + history.noted(END_IN_PEACE).orElse("went on") + strange,
                        LIST)
                .unlessInVain(history, IN_PEACE);
    }

    static Verdict noAcknowledgedRecordIsLost(History whole) {
        History history = ofLastTrial(whole);
        String evidence = "";
        int bites = 0;
        for (AcksRound round : AcksRound.all(history)) {
            Judgement judgement = round.judge();
            if (judgement instanceof Judgement.Broken broken) {
                return lost(round, inTheWhole(broken, whole));
            }
            if (!(judgement instanceof Judgement.Holds holds)) {
                return Verdict.of(judgement, LIST, AGAIN);
            }
            evidence = holds.evidence();
            bites += round.bit(trial(history)) ? 1 : 0;
        }
        return bites < AcksRound.ROUNDS
                ? Verdict.unknown(
                        "only " + bites + " deaths of a leader took anything, even with acks=1, of " + AcksRound.ROUNDS
                                + " that are needed to tell",
                        AGAIN)
                : Verdict.pass(
                        evidence + " after " + bites + " deaths of a leader that took records of ours with acks=1");
    }

    private static Verdict lost(AcksRound round, Judgement.Broken broken) {
        String topic = round.until().given().value(Acks.TOPIC);
        return new Verdict.Fail(
                "every record that send reported, in " + topic,
                "lost in round " + round.number() + " are records that were reported, such as "
                        + firstLost(round.until(), topic),
                LIST,
                broken.events());
    }

    /** The first lost record of each sender. */
    private static String firstLost(History history, String topic) {
        Map<String, String> first = new TreeMap<>();
        SentRecords.of(history, topic).stream()
                .flatMap(sent -> sent.lost().stream())
                .forEach(send -> first.merge(
                        send.client(),
                        send.request().value().orElse("?"),
                        BinaryOperator.minBy(Comparator.comparing(AcksJudge::number))));
        return first.entrySet().stream()
                .map(entry -> entry.getValue() + " of " + entry.getKey())
                .collect(Collectors.joining(" and "));
    }

    private static int number(String value) {
        return Integer.parseInt(value.substring(value.lastIndexOf('-') + 1));
    }

    static Verdict youForetoldTheLosses(History whole) {
        History history = ofLastTrial(whole);
        List<AcksRound> rounds = AcksRound.all(history);
        Optional<String> doubt = Acks.QUESTIONS.values().stream()
                .flatMap(acks -> doubt(rounds, acks, trial(history)).stream())
                .findFirst();
        if (doubt.isPresent()) {
            return Verdict.unknown(doubt.get(), AGAIN);
        }
        List<String> evidence = new ArrayList<>();
        for (Map.Entry<String, String> question : Acks.QUESTIONS.entrySet()) {
            String acks = question.getValue();
            AcksRound.Losses losses = losses(rounds, acks, trial(history));
            Optional<Verdict> mistake = mistake(whole, question.getKey(), acks, losses.lost() > 0);
            if (mistake.isPresent()) {
                return mistake.get();
            }
            evidence.add("with acks=" + acks + " " + losses.words());
        }
        return Verdict.pass(String.join("; ", evidence));
    }

    private static AcksRound.Losses losses(List<AcksRound> rounds, String acks, String trial) {
        return rounds.stream()
                .map(round -> round.losses(acks, trial))
                .reduce(AcksRound.Losses.NONE, AcksRound.Losses::and);
    }

    /** Why the rounds do not show what that acks loses, if they do not. */
    private static Optional<String> doubt(List<AcksRound> rounds, String acks, String trial) {
        for (AcksRound round : rounds) {
            if (round.judge(acks, trial) instanceof Judgement.CannotTell doubt) {
                return Optional.of(
                        "what acks=" + acks + " lost in round " + round.number() + " cannot be told: " + doubt.why());
            }
        }
        return acks.equals("all") || losses(rounds, acks, trial).lost() > 0
                ? Optional.empty()
                : Optional.of("the fault lost nothing with acks=" + acks + ", so it shows nothing");
    }

    private static Optional<Verdict> mistake(History whole, String question, String acks, boolean lost) {
        String see = "/predict " + question + " <yes or no>";
        Optional<String> answer = whole.prediction(question).map(Event.Predicted::answer);
        String expected = "an answer to " + question + ", yes or no";
        if (answer.isEmpty()) {
            return Optional.of(Verdict.fail(expected, "no answer yet", see));
        }
        String said = answer.get().toLowerCase(Locale.ROOT);
        if (!List.of("yes", "no").contains(said)) {
            return Optional.of(Verdict.fail(expected, "the answer " + said, see));
        }
        if (said.equals("yes") == lost) {
            return Optional.empty();
        }
        return Optional.of(Verdict.fail(
                "what happened with acks=" + acks + ": acknowledged records " + (lost ? "were lost" : "were not lost"),
                "the answer " + said + " to " + question,
                see));
    }

    private static String trial(History history) {
        return history.noted(TRIAL).orElse("");
    }

    private static Judgement.Broken inTheWhole(Judgement.Broken ofLastTrial, History whole) {
        return ofLastTrial.after(whole.lastNoted(TRIAL).orElse(0));
    }

    static History ofLastTrial(History history) {
        return history.sinceLast(TRIAL).orElse(history);
    }
}
