package quorumbook.repl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.KRaft;
import quorumbook.labs.program.Program;
import quorumbook.labs.program.Reach;
import quorumbook.repl.tools.LiveCluster;

/** What is preloaded, on real servers. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class LearnerJavaOnServersIT {
    private final Heard heard = new Heard();
    private final LearnerJava java = LearnerJava.open(Settings.of(LiveCluster.learnersJars()), heard);

    @AfterEach
    void close() {
        java.close();
    }

    private String shown(String source) {
        Evaluation evaluation = java.evaluate(source);
        assertThat(evaluation.succeeded()).as(source + evaluation.shown()).isTrue();
        return String.join("\n", evaluation.shown());
    }

    @Test
    void hasAZooKeeperThatOutlivesItsJvm() throws Exception {
        try (LiveCluster live = LiveCluster.of(Ensemble.standalone())) {
            java.connect(new Connections(live.cluster().connectString(), "", Map.of()));
            assertThat(shown("int untouched = 1;")).isEqualTo("untouched ==> 1");
            assertThat(java.zooKeeperSession()).isEmpty();

            shown(
                    "String make(String path, CreateMode mode) throws Exception {"
                            + " return zk.create(path, path.getBytes(StandardCharsets.UTF_8), ZooDefs.Ids.OPEN_ACL_UNSAFE, mode); }");
            assertThat(shown("String made = make(\"/made\", CreateMode.EPHEMERAL);"))
                    .isEqualTo("made ==> \"/made\"");
            long session = java.zooKeeperSession().orElseThrow();
            assertThat(shown("zk.exists(\"/made\", true).getEphemeralOwner() == " + session + "L"))
                    .endsWith("==> true");
            shown("zk.setData(\"/made\", new byte[0], -1);");
            assertThat(Eventually.holds(
                            Duration.ofSeconds(10), () -> !heard.events().isEmpty()))
                    .isTrue();
            assertThat(heard.events()).containsExactly("watch fired: NodeDataChanged /made");

            assertThat(java.evaluate("System.exit(0);").succeeded()).isFalse();
            assertThat(shown("String again = make(\"/again\", CreateMode.PERSISTENT);"))
                    .isEqualTo("again ==> \"/again\"");
            assertThat(java.zooKeeperSession().orElseThrow()).isNotEqualTo(session);

            java.restart();
            assertThat(shown("boolean there = zk.exists(\"/again\", false) != null;"))
                    .isEqualTo("there ==> true");
        }
    }

    @Test
    void hasClientsOfKafka() throws Exception {
        try (LiveCluster live = LiveCluster.of(KRaft.combined(1))) {
            java.connect(new Connections("", live.cluster().bootstrapServers(), Map.of()));
            shown("admin.createTopics(List.of(new NewTopic(\"t\", 1, (short) 1))).all().get();");
            assertThat(shown("Set<String> names = admin.listTopics().names().get();"))
                    .contains("[t]");
            assertThat(shown(
                            "long offset = producer().send(new ProducerRecord<>(\"t\", \"k\", \"v\")).get().offset();"))
                    .isEqualTo("offset ==> 0");
            shown("var consumer = consumer(\"g\"); consumer.subscribe(List.of(\"t\"));");
            shown(
                    "List<String> values = new ArrayList<>();"
                            + " while (values.isEmpty()) for (var each : consumer.poll(Duration.ofMillis(200))) values.add(each.value());");
            assertThat(shown("values")).isEqualTo("values ==> [v]");
            assertThat(java.evaluate("zk").succeeded()).isFalse();
        }
    }

    @Test
    void aCopyOfAProgramHasAZooKeeperOfItsOwn() throws Exception {
        Settings settings = Settings.of(LiveCluster.learnersJars());
        try (LiveCluster live = LiveCluster.of(Ensemble.standalone());
                WarmPool pool = WarmPool.of(settings);
                LearnerPrograms programs = new LearnerPrograms(pool, () -> java)) {
            String servers = live.cluster().connectString();
            java.connect(new Connections(servers, "", Map.of()));
            shown("String path = \"/\" + UUID.randomUUID();");
            shown("String make(String more) throws Exception {"
                    + " return zk.create(more, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL); }");
            shown("boolean isThere(String name) throws Exception { return zk.exists(name, false) != null; }");

            Program copy = programs.of(Map.of(), Clock.systemUTC())
                    .start("worker", new Reach(servers, ""), "make(\"/made\")", report -> {});
            assertThat(copy.awaitEnd(Duration.ofSeconds(60))).contains(new Program.End.Returned("\"/made\""));
            assertThat(shown("zk.exists(\"/made\", false).getEphemeralOwner() != zk.getSessionId()"))
                    .endsWith("==> true");

            copy.close();
            assertThat(shown("isThere(\"/made\")")).endsWith("==> false");
        }
    }
}
