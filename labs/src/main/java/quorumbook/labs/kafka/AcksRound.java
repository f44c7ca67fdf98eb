package quorumbook.labs.kafka;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.invariant.NoAcknowledgedRecordLost;
import quorumbook.labs.history.invariant.SentRecords;

/**
 * One round of a trial, in which the leader has died.
 *
 * @param number counted from 1
 * @param until the trial from its beginning to the end of the round: a record may be lost later than it was acknowledged
 * @param within the round alone
 */
record AcksRound(int number, History until, History within) {
    /** So many rounds a trial has that took something: of others nothing can be learned. */
    static final int ROUNDS = 5;

    /** So often the leader dies at most. */
    static final int MOST = 7;

    /** Noted with its number when a round begins. */
    static final String ROUND = "round";

    /** The rounds of a trial, up to the first that is not there. */
    static List<AcksRound> all(History trial) {
        return IntStream.rangeClosed(1, MOST)
                .mapToObj(number -> of(trial, number))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty if the trial has no such round. */
    static Optional<AcksRound> of(History trial, int number) {
        OptionalInt from = begin(trial, number);
        if (from.isEmpty()) {
            return Optional.empty();
        }
        int to = begin(trial, number + 1).orElse(trial.events().size());
        return Optional.of(new AcksRound(number, trial.part(0, to), trial.part(Math.min(from.getAsInt(), to), to)));
    }

    private static OptionalInt begin(History trial, int number) {
        return IntStream.range(0, trial.events().size())
                .filter(index -> trial.events().get(index) instanceof Event.Noted noted
                        && noted.name().equals(ROUND)
                        && noted.value().equals(Integer.toString(number)))
                .findFirst();
    }

    /** Whether every record that the learner's program had reported by then was still there after the leader's death. */
    Judgement judge() {
        String topic = until.given().value(Acks.TOPIC);
        if (SentRecords.of(within, topic).isEmpty()) {
            return new Judgement.CannotTell("nobody read " + topic + " after the leader had died in round " + number);
        }
        return new NoAcknowledgedRecordLost(topic, AcksStory.MANY).judge(until);
    }

    /** What became of the records of ours that were sent with that acks. */
    Losses losses(String acks, String trial) {
        String topic = AcksSenders.topic(acks, trial, number);
        return SentRecords.of(within, topic)
                .map(sent -> new Losses(sent.acknowledged().size(), sent.lost().size()))
                .orElse(Losses.NONE);
    }

    /** Whether it took records that a leader alone had acknowledged. */
    boolean bit(String trial) {
        return losses("1", trial).lost() > 0;
    }

    /** The same, as a judgement: holds if none that was acknowledged was lost. */
    Judgement judge(String acks, String trial) {
        return new NoAcknowledgedRecordLost(AcksSenders.topic(acks, trial, number), 1).judge(within);
    }

    /** How many were acknowledged, and how many of those were lost. */
    record Losses(int acknowledged, int lost) {
        static final Losses NONE = new Losses(0, 0);

        Losses and(Losses other) {
            return new Losses(acknowledged + other.acknowledged, lost + other.lost);
        }

        String words() {
            return lost + " of " + acknowledged + " acknowledged were lost";
        }
    }
}
