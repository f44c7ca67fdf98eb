package quorumbook.labs.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import quorumbook.labs.Bench;
import quorumbook.labs.Floor;
import quorumbook.labs.Patience;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.Recorder;
import quorumbook.labs.history.Waited;
import quorumbook.labs.program.NotRunnableException;

/**
 * A trial: the learner's program sends while nothing is wrong; then the leader dies in round after round, until one of them
 * has lost what was acknowledged.
 */
final class AcksStory {
    static final int COPIES = 3;
    static final int MANY = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    static final Floor FLOOR = Stream.generate(
                    () -> DyingLeader.FLOOR.and(Floor.Step.PROGRAM, 1).and(Floor.Step.BROKER, 1))
            .limit(AcksRound.ROUNDS)
            .reduce(Floor.none(), Floor::and);

    private final Bench bench;
    private final Recorder recorder;
    private final String topic;
    private final String trial;

    AcksStory(Bench bench) {
        this.bench = bench;
        this.recorder = bench.journal();
        this.topic = bench.given().value(Acks.TOPIC);
        this.trial = Integer.toString(bench.history().timesNoted(AcksJudge.TRIAL));
    }

    void tell() throws Exception {
        note(AcksJudge.TRIAL, trial);
        if (!isAsWanted(TopicLook.topic(bench.admin(), topic, bench.clock()))) {
            return;
        }
        Map<TopicPartition, Long> begins = ends();
        bench.programs().expect(COPIES);
        try {
            if (sendsInPeace()) {
                leadersDie(begins);
            }
        } catch (NotRunnableException e) {
            note(AcksJudge.NOT_RUNNABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Looks at the topic; an experiment on another one would show something else. */
    private boolean isAsWanted(Event.TopicSeen seen) throws ExecutionException, InterruptedException {
        recorder.note(at -> new Event.TopicSeen(at, seen.topic(), seen.id(), seen.partitions()));
        if (seen.partitions().isEmpty()) {
            return false;
        }
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = Objects.requireNonNull(
                bench.admin().describeConfigs(List.of(resource)).all().get().get(resource));
        String minimum = config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG).value();
        note(AcksJudge.MINIMUM, minimum);
        return AcksJudge.isAsWanted(seen, minimum);
    }

    private boolean sendsInPeace() throws NotRunnableException, InterruptedException {
        try (AcksCopy copy = new AcksCopy("sender 1", topic, trial + "a-", MANY, recorder)) {
            Patience patience = bench.patience();
            copy.start(bench);
            patience.holds(PATIENCE, () -> copy.end().isPresent());
            note(AcksJudge.END_IN_PEACE, copy.end().orElse("has not ended after " + PATIENCE.toSeconds() + " s"));
            int acknowledged = copy.acknowledged();
            // A producer that gives a record up after three seconds counts on a machine that lets the brokers answer.
            Optional<Waited> inVain = acknowledged == MANY ? Optional.empty() : Optional.of(patience.waited());
            recorder.note(at -> new Event.Noted(at, AcksJudge.IN_PEACE, Integer.toString(acknowledged), inVain));
            return acknowledged == MANY;
        }
    }

    private void leadersDie(Map<TopicPartition, Long> begins) throws Exception {
        int bites = 0;
        for (int round = 1; bites < AcksRound.ROUNDS && round <= AcksRound.MOST; round++) {
            note(AcksRound.ROUND, Integer.toString(round));
            new DyingLeader(bench, topic, trial, round).run();
            noteLog(begins);
            Optional<AcksRound> told = AcksRound.of(AcksJudge.ofLastTrial(bench.history()), round);
            if (told.filter(each -> each.judge() instanceof Judgement.Holds).isEmpty()) {
                return;
            }
            bites += told.filter(each -> each.bit(trial)).isPresent() ? 1 : 0;
        }
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        return TopicLook.ends(bench.admin(), TopicLook.topic(bench.admin(), topic, bench.clock()));
    }

    /** What the trial has put there, without keys, which are nobody's business here. */
    private void noteLog(Map<TopicPartition, Long> begins) throws ExecutionException, InterruptedException {
        List<Event.LogEntry> entries = TopicLook.logFrom(begins, bench.cluster().bootstrapServers(), ends()).stream()
                .map(entry -> new Event.LogEntry(entry.partition(), entry.offset(), Optional.empty(), entry.value()))
                .toList();
        recorder.note(at -> new Event.LogSeen(at, topic, entries));
    }

    private void note(String name, String value) {
        recorder.note(at -> new Event.Noted(at, name, value));
    }
}
