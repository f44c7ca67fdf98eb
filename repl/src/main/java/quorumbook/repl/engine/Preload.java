package quorumbook.repl.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java that is there before the learner types any: imports, {@code zk}, {@code admin} and what makes clients. */
final class Preload {
    static final List<String> IMPORTS = imports(
            "java.io.*",
            "java.math.*",
            "java.net.*",
            "java.nio.file.*",
            "java.time.Duration",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.function.*",
            "java.util.regex.*",
            "java.util.stream.*",
            "java.nio.charset.StandardCharsets");

    static final List<String> ZOOKEEPER_IMPORTS =
            imports("org.apache.zookeeper.*", "org.apache.zookeeper.data.ACL", "org.apache.zookeeper.data.Stat");

    static final List<String> KAFKA_IMPORTS = imports(
            "org.apache.kafka.clients.admin.*",
            "org.apache.kafka.clients.consumer.*",
            "org.apache.kafka.clients.producer.*",
            "org.apache.kafka.common.*",
            "org.apache.kafka.common.serialization.*");

    static final List<String> GIVEN =
            List.of("String given(String name) { return quorumbook.agent.Given.value(name); }");

    /** For programs that make clients of their own: a copy that a lab runs may be given other addresses. */
    static final List<String> ADDRESSES = List.of(
            "String connectString() { return quorumbook.agent.Given.connectString(); }",
            "String bootstrapServers() { return quorumbook.agent.Given.bootstrapServers(); }");

    static final List<String> REPORT = List.of(
            "void report(String what) { quorumbook.agent.Reports.report(what, \"\"); }",
            "void report(String what, Object value) {"
                    + " quorumbook.agent.Reports.report(what, String.valueOf(value)); }");

    private static final String PRODUCER = "org.apache.kafka.clients.producer.KafkaProducer<String, String> producer";
    private static final String CONSUMER = "org.apache.kafka.clients.consumer.KafkaConsumer<String, String> consumer";
    private static final String MORE = "java.util.Map<String, ?> more";

    static final List<String> KAFKA_METHODS = List.of(
            PRODUCER + "() { return quorumbook.agent.GivenKafka.producer(java.util.Map.of()); }",
            PRODUCER + "(" + MORE + ") { return quorumbook.agent.GivenKafka.producer(more); }",
            CONSUMER + "(String group) { return quorumbook.agent.GivenKafka.consumer(group, java.util.Map.of()); }",
            CONSUMER + "(String group, " + MORE + ") { return quorumbook.agent.GivenKafka.consumer(group, more); }");

    static final Preloaded ZK =
            new Preloaded("zk", "org.apache.zookeeper.ZooKeeper zk;", "zk = quorumbook.agent.GivenZooKeeper.open();");
    static final Preloaded ADMIN = new Preloaded(
            "admin", "org.apache.kafka.clients.admin.Admin admin;", "admin = quorumbook.agent.GivenKafka.admin();");

    private Preload() {}

    /** A variable that is declared early and gets its value when it is first mentioned, since a connection costs time. */
    record Preloaded(String name, String declaration, String opening, Pattern mention) {
        Preloaded(String name, String declaration, String opening) {
            this(name, declaration, opening, Pattern.compile("\\b" + name + "\\b"));
        }

        boolean isMentionedIn(String source) {
            return mention.matcher(source).find();
        }
    }

    /** The variables that a cluster of that shape has. */
    static List<Preloaded> variables(Connections connections) {
        Optional<Preloaded> zk = connections.hasZooKeeper() ? Optional.of(ZK) : Optional.empty();
        Optional<Preloaded> admin = connections.hasKafka() ? Optional.of(ADMIN) : Optional.empty();
        return Stream.of(zk, admin).flatMap(Optional::stream).toList();
    }

    private static List<String> imports(String... names) {
        return Arrays.stream(names).map(name -> "import " + name + ";").toList();
    }
}
