package quorumbook.labs.kafka;

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
import quorumbook.labs.history.invariant.NoAcknowledgedRecordLost;
import quorumbook.labs.history.invariant.SentRecords;

/** What the last trial showed: of the topic, of the learner's records, and of ours that were sent with each acks. */
final class AcksJudge {
    /** Noted with its number when a trial begins. */
    static final String TRIAL = "trial";

    static final String ENDED = "trial ended";
    static final String WHOLE = "whole";
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

    /** The topic of our own producer with that acks, in that trial. */
    static String ourTopic(String acks, String trial) {
        return "lab-acks-" + acks + "-" + trial;
    }

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
                "fewer were reported, and send " + history.noted(END_IN_PEACE).orElse("went on") + strange,
                LIST);
    }

    static Verdict noAcknowledgedRecordIsLost(History whole) {
        History history = ofLastTrial(whole);
        String topic = history.given().value(Acks.TOPIC);
        Judgement judgement = new NoAcknowledgedRecordLost(topic, AcksStory.MANY).judge(history);
        if (judgement instanceof Judgement.Broken broken) {
            return new Verdict.Fail(
                    "every record that send reported, in " + topic,
                    firstLost(history, topic),
                    LIST,
                    inTheWhole(broken, whole).events());
        }
        if (!(judgement instanceof Judgement.Holds holds)) {
            return Verdict.of(judgement, LIST, AGAIN);
        }
        Losses one = losses(history, "1");
        return one.lost() > 0
                ? Verdict.pass(holds.evidence() + "; of ours with acks=1 " + one.words())
                : Verdict.unknown("the fault lost nothing, not even with acks=1", AGAIN);
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
        return "lost are records that were reported, such as "
                + first.entrySet().stream()
                        .map(entry -> entry.getValue() + " of " + entry.getKey())
                        .collect(Collectors.joining(" and "));
    }

    private static int number(String value) {
        return Integer.parseInt(value.substring(value.lastIndexOf('-') + 1));
    }

    static Verdict youForetoldTheLosses(History whole) {
        History history = ofLastTrial(whole);
        for (String acks : Acks.QUESTIONS.values()) {
            Judgement loss = new NoAcknowledgedRecordLost(ourTopic(acks, trial(history)), 1).judge(history);
            if (loss instanceof Judgement.CannotTell doubt) {
                return Verdict.unknown("what acks=" + acks + " lost cannot be told: " + doubt.why(), AGAIN);
            }
            if (!(loss instanceof Judgement.Broken) && !acks.equals("all")) {
                return Verdict.unknown("the fault lost nothing with acks=" + acks + ", so it shows nothing", AGAIN);
            }
        }
        for (Map.Entry<String, String> question : Acks.QUESTIONS.entrySet()) {
            String see = "/predict " + question.getKey() + " <yes or no>";
            Optional<String> answer = whole.prediction(question.getKey()).map(Event.Predicted::answer);
            Losses losses = losses(history, question.getValue());
            String expected = "an answer to " + question.getKey() + ", yes or no";
            if (answer.isEmpty()) {
                return Verdict.fail(expected, "no answer yet", see);
            }
            String said = answer.get().toLowerCase(Locale.ROOT);
            if (!List.of("yes", "no").contains(said)) {
                return Verdict.fail(expected, "the answer " + said, see);
            }
            if (said.equals("yes") != losses.lost() > 0) {
                return Verdict.fail(
                        "what happened with acks=" + question.getValue() + ": acknowledged records "
                                + (losses.lost() > 0 ? "were lost" : "were not lost"),
                        "the answer " + said + " to " + question.getKey(),
                        see);
            }
        }
        return Verdict.pass("with acks=0 " + losses(history, "0").words() + "; with acks=1 "
                + losses(history, "1").words() + "; with acks=all "
                + losses(history, "all").words());
    }

    /** What became of the records of one of our producers. */
    private record Losses(int acknowledged, int lost) {
        String words() {
            return lost + " of " + acknowledged + " acknowledged were lost";
        }
    }

    private static Losses losses(History history, String acks) {
        return SentRecords.of(history, ourTopic(acks, trial(history)))
                .map(sent -> new Losses(sent.acknowledged().size(), sent.lost().size()))
                .orElse(new Losses(0, 0));
    }

    private static String trial(History history) {
        return history.noted(TRIAL).orElse("");
    }

    private static Judgement.Broken inTheWhole(Judgement.Broken ofLastTrial, History whole) {
        return ofLastTrial.after(whole.lastNoted(TRIAL).orElse(0));
    }

    private static History ofLastTrial(History history) {
        return history.sinceLast(TRIAL).orElse(history);
    }
}
