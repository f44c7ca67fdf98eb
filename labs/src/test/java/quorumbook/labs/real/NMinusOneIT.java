package quorumbook.labs.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import quorumbook.labs.Attempt;
import quorumbook.labs.Verdict.Outcome;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.kafka.NMinusOne;

/** Brokers die one by one and come back, twice in one attempt. */
class NMinusOneIT {
    @Test
    void theExperimentCanBeRepeatedInOneAttempt() throws Exception {
        NMinusOne lab = new NMinusOne();
        try (Servers servers = Servers.of(lab.cluster());
                Attempt attempt = Attempt.begin(lab, servers.cluster(), 7)) {
            create(attempt, "one", "1");
            create(attempt, "two", "2");
            attempt.predict("writes-min-1", "yes yes yes no");
            attempt.predict("writes-min-2", "yes yes yes no");
            attempt.predict("reads-min-1", "yes yes yes no");
            attempt.predict("reads-min-2", "yes yes yes no");
            attempt.predict("lost", "0");
            twoDieByHand(attempt);
            assertThat(attempt.check().outcome()).isEqualTo(Outcome.FAIL);

            attempt.predict("writes-min-2", "yes yes no no");
            assertThat(attempt.check().outcome()).isEqualTo(Outcome.PASS);
        }
    }

    private static void twoDieByHand(Attempt attempt) throws Exception {
        attempt.done(attempt.cluster().kill(NodeId.kafka(1)));
        awaitInSync(attempt, 2);
        attempt.predict("in-sync-1", "2 3");
        attempt.done(attempt.cluster().kill(NodeId.kafka(2)));
        awaitInSync(attempt, 1);
        attempt.predict("in-sync-2", "3");
        attempt.done(attempt.cluster().start(NodeId.kafka(1)));
        attempt.done(attempt.cluster().start(NodeId.kafka(2)));
        awaitInSync(attempt, 3);
    }

    private static void awaitInSync(Attempt attempt, int replicas) throws InterruptedException {
        List<String> topics =
                List.of(attempt.given().value("one"), attempt.given().value("two"));
        assertThat(Eventually.holds(
                        Duration.ofSeconds(60),
                        () -> attempt.bench().admin().describeTopics(topics).allTopicNames().get().values().stream()
                                .allMatch(
                                        topic -> topic.partitions().get(0).isr().size() == replicas)))
                .isTrue();
    }

    private static void create(Attempt attempt, String name, String minimum) throws Exception {
        NewTopic topic =
                new NewTopic(attempt.given().value(name), 1, (short) 3).configs(Map.of("min.insync.replicas", minimum));
        attempt.bench().admin().createTopics(List.of(topic)).all().get();
    }
}
