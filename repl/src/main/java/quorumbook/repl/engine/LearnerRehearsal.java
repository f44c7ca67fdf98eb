package quorumbook.repl.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.repl.jvm.Rehearsal;

/** Makes the class-data archive of the learner's JVM, by what a learner would have it do in the first minute. */
public final class LearnerRehearsal {
    private static final List<String> SNIPPETS = List.of(
            "1 + 1",
            "var words = java.util.List.of(\"zookeeper\", \"kafka\");",
            "int twice(int x) { return 2 * x; }",
            "twice(21)",
            "words.stream().map(String::length).toList()",
            "record Point(int x, int y) {}",
            "new Point(1, 2)",
            "for (String word : words) { System.out.println(word); }",
            "throw new IllegalStateException(\"on purpose\");",
            // These connect to nobody, and need almost all that a client needs.
            "new org.apache.zookeeper.ZooKeeper(\"127.0.0.1:1\", 1000, event -> {}).close()",
            "var config = new java.util.HashMap<String, Object>(java.util.Map.of(\"bootstrap.servers\", \"127.0.0.1:1\","
                    + " \"max.block.ms\", 200, \"default.api.timeout.ms\", 200, \"request.timeout.ms\", 200))",
            "var text = new org.apache.kafka.common.serialization.StringSerializer();",
            "try (var producer = new org.apache.kafka.clients.producer.KafkaProducer<>(config, text, text)) {"
                    + " producer.partitionsFor(\"none\"); } catch (Exception nobody) { }",
            "try (var admin = org.apache.kafka.clients.admin.Admin.create(config)) { admin.listTopics().names().get(); }"
                    + " catch (Exception nobody) { }");

    private LearnerRehearsal() {}

    /** Writes the archive, whole or not at all, and tells whether it is there; takes a few seconds. */
    public static boolean of(Settings settings, Path archive) throws IOException {
        List<byte[]> sent = new ArrayList<>();
        LearnerJvm jvm = new LearnerJvm(settings.launch(), new Unheard(), sent::add);
        try (LearnerJava java = new LearnerJava(settings, jvm)) {
            java.warmUp();
            SNIPPETS.forEach(java::evaluate);
        }
        return Rehearsal.of(settings.launch(), archive, sent);
    }

    /** Nobody listens to a rehearsal. */
    private record Unheard() implements Output {
        @Override
        public void out(String text) {}

        @Override
        public void err(String text) {}

        @Override
        public Optional<String> line(String prompt) {
            return Optional.empty();
        }

        @Override
        public void event(String sentence) {}
    }
}
