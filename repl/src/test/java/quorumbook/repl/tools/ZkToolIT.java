package quorumbook.repl.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.repl.engine.Heard;

/** zkCli's commands against a real server. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class ZkToolIT {
    private static LiveCluster live;

    private final Heard heard = new Heard();
    private ZkTool zk;

    @BeforeAll
    static void start() throws Exception {
        live = LiveCluster.of(Ensemble.standalone());
    }

    @AfterAll
    static void stop() throws IOException {
        live.close();
    }

    @BeforeEach
    void open() {
        zk = ZkTool.open(heard);
        zk.connect(live.cluster().connectString());
    }

    @AfterEach
    void close() {
        zk.close();
    }

    private String shown(String line) throws InterruptedException {
        int before = heard.out().length();
        assertThat(zk.run(line)).as(line + heard.err()).isZero();
        return heard.out().substring(before);
    }

    private String refused(String line) throws InterruptedException {
        int before = heard.err().length();
        assertThat(zk.run(line)).as(line).isNotZero();
        return heard.err().substring(before);
    }

    @Test
    void printsWhatZkCliPrints() throws Exception {
        assertThat(shown("create /printed \"two words\"")).isEqualTo("Created /printed\n");
        assertThat(shown("create -s /printed/n- 1")).isEqualTo("Created /printed/n-0000000000\n");
        assertThat(shown("get /printed")).isEqualTo("two words\n");
        assertThat(shown("ls -R /printed")).isEqualTo("/printed\n/printed/n-0000000000\n");
        assertThat(shown("get -s /printed")).contains("two words\ncZxid = 0x").contains("numChildren = 1");
        assertThat(shown("set /printed 你好")).isEmpty();
        assertThat(shown("get /printed")).isEqualTo("你好\n");
        assertThat(shown("getAcl /printed")).isEqualTo("'world,'anyone\n: cdrwa\n");
        assertThat(shown("deleteall /printed")).isEmpty();
    }

    @Test
    void failsWithZkCliSWords() throws Exception {
        assertThat(refused("get /nowhere")).isEqualTo("Node does not exist: /nowhere\n");
        assertThat(shown("create /twice")).isEqualTo("Created /twice\n");
        assertThat(refused("create /twice")).isEqualTo("Node already exists: /twice\n");
        assertThat(refused("get")).startsWith("get [-s] [-w]");
        assertThat(refused("get relative")).contains("Path must start with / character");
        assertThat(shown("create /twice/child")).isNotEmpty();
        assertThat(refused("delete /twice")).contains("Node not empty: /twice");
        assertThat(refused("set -v 9 /twice x")).contains("version");
        assertThat(refused("set -v nine /twice x")).startsWith("For input string: \"nine\"\nset path data");
    }

    @Test
    void namesTheNearestOfAnUnknownCommand() throws Exception {
        assertThat(refused("crate /a")).isEqualTo("Command not found: crate. Did you mean create?\n");
        assertThat(refused("multi")).contains("zk.multi(");
    }

    @Test
    void keepsItsSessionSoThatEphemeralsLive() throws Exception {
        assertThat(shown("create -e /alive me")).isEqualTo("Created /alive\n");
        long session = zk.session().orElseThrow();
        assertThat(shown("stat /alive")).contains("ephemeralOwner = 0x" + Long.toHexString(session));
        assertThat(shown("quit")).startsWith("Session 0x" + Long.toHexString(session) + " closed.");
        assertThat(zk.session()).isEmpty();
        assertThat(refused("get /alive")).contains("Node does not exist: /alive");
        assertThat(zk.session()).isPresent();
    }

    @Test
    void opensAnotherSessionAfterClose() throws Exception {
        assertThat(shown("whoami")).contains("ip: ");
        assertThat(shown("close")).isEmpty();
        assertThat(shown("ls /")).contains("zookeeper");
    }

    @Test
    void tellsOfAWatchThatFired() throws Exception {
        assertThat(shown("create /watched 1")).isNotEmpty();
        assertThat(shown("get -w /watched")).isEqualTo("1\n");
        assertThat(shown("set /watched 2")).isEmpty();
        assertThat(Eventually.holds(
                        Duration.ofSeconds(10), () -> !heard.events().isEmpty()))
                .isTrue();
        assertThat(heard.events())
                .singleElement()
                .asString()
                .startsWith("WATCHER:: WatchedEvent state:SyncConnected type:NodeDataChanged path:/watched");
        assertThat(shown("addWatch -m PERSISTENT_RECURSIVE /watched")).isEmpty();
    }

    @Test
    void keepsTheHistoryOfTheShell() throws Exception {
        shown("create /again");
        shown("ls /again");
        assertThat(shown("history")).isEqualTo("0 - create /again\n1 - ls /again\n2 - history\n");
        assertThat(shown("redo 1")).isEqualTo("ls /again\n[]\n");
        assertThat(refused("redo 99")).startsWith("Command index out of range");
        assertThat(shown("printwatches")).isEqualTo("printwatches is on\n");
    }

    @Test
    void asksAnotherServerForOneCommand() throws Exception {
        assertThat(shown("-server " + live.cluster().connectString() + " ls /")).contains("zookeeper");
        assertThat(zk.session()).isEmpty();
    }

    @Test
    void knowsWhatCompletes() throws Exception {
        shown("create /tree");
        shown("create /tree/b");
        shown("create /tree/a");
        assertThat(zk.children("/tree")).containsExactly("a", "b");
        assertThat(zk.children("/none")).isEmpty();
        assertThat(zk.children("not a path")).isEmpty();
        assertThat(zk.commands()).contains("ls", "create", "addWatch", "whoami", "quit");
        assertThat(zk.flags("create")).contains("-s", "-e", "-c", "-t");
    }

    @Test
    void saysWhoDoesNotAnswerAndCanBeStopped() throws Exception {
        zk.connect("127.0.0.1:1");
        assertThat(refused("ls /")).startsWith("No server of 127.0.0.1:1 has taken the session within 10 s.");
        AtomicReference<Thread> asking = new AtomicReference<>();
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(() -> {
            asking.set(Thread.currentThread());
            try {
                return zk.run("ls /");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(Eventually.holds(Duration.ofSeconds(10), () -> asking.get() != null))
                .isTrue();
        Objects.requireNonNull(asking.get()).interrupt();
        assertThatThrownBy(() -> running.get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void hasNothingToSayWithoutAnEnsemble() throws Exception {
        zk.connect("");
        assertThat(refused("ls /")).isEqualTo("This cluster has no ZooKeeper.\n");
        assertThat(zk.children("/")).isEmpty();
    }
}
