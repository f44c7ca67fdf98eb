package quorumbook.repl.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;

/**
 * The barest program with a client of its own: runs, waits until it may go on, connects, asks one thing, and says so. Its
 * arguments are {@code zookeeper ADDRESSES}, or {@code kafka ADDRESSES TOPIC}.
 */
public final class BareProgram {
    static final String RUNS = "runs";
    static final String ASKED = "asked";

    // Not System.out: that is a terminal's.
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private BareProgram() {}

    public static void main(String[] args) throws Exception {
        say(RUNS);
        if (System.in.read() < 0) {
            return;
        }
        if (args[0].equals("kafka")) {
            send(args[1], args[2]);
        } else {
            ask(args[1]);
        }
        Runtime.getRuntime().halt(0);
    }

    private static void ask(String servers) throws IOException, InterruptedException, KeeperException {
        CountDownLatch connected = new CountDownLatch(1);
        ZooKeeper client = new ZooKeeper(servers, 10_000, event -> {
            if (event.getState() == KeeperState.SyncConnected) {
                connected.countDown();
            }
        });
        connected.await();
        client.exists("/", false);
        say(ASKED);
        client.close();
    }

    private static void send(String brokers, String topic)
            throws IOException, InterruptedException, ExecutionException {
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers, "acks", "all");
        KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        producer.send(new ProducerRecord<>(topic, "1")).get();
        say(ASKED);
        producer.close();
    }

    private static void say(String word) throws IOException {
        OUT.write((word + "\n").getBytes(UTF_8));
    }
}
