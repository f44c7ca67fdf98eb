package quorumbook.labs.real;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quorumbook.labs.fault.Faults.during;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.Kept;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.fault.ClientLink;
import quorumbook.labs.fault.ClientLinks;
import quorumbook.labs.fault.Fault;
import quorumbook.labs.fault.RequestKind;
import quorumbook.labs.fault.SetBack;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Journal;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.SteadyClock;
import quorumbook.labs.history.Znode;
import quorumbook.labs.history.invariant.NoAcknowledgedWriteLost;
import quorumbook.labs.history.invariant.UnderFault;
import quorumbook.labs.history.invariant.ZxidOnlyGrows;
import quorumbook.labs.observe.FourLetterWords;
import quorumbook.labs.workload.Background;
import quorumbook.labs.workload.ZooKeeperClient;

/** Every fault of the library on one real ensemble: it bites, it heals, it says so. */
class FaultsIT {
    private static final Duration SESSION = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final NodeId ZK1 = NodeId.zk(1);
    private static final NodeId ZK2 = NodeId.zk(2);

    private static Servers servers;
    private static Cluster cluster;
    private static ClientLinks links;

    private Journal journal;

    @BeforeAll
    static void launch() throws Exception {
        servers = Servers.of(Ensemble.of(3));
        cluster = servers.cluster();
        links = ClientLinks.to(cluster);
    }

    @AfterAll
    static void end() {
        links.close();
        servers.close();
    }

    @BeforeEach
    void begin() {
        cluster.awaitReady(PATIENCE, Progress.silent());
        journal = new Journal(new Given(1, Map.of()), SteadyClock.start());
    }

    @Test
    void aCrashUnderWritesLosesNothingThatWasAcknowledged() throws Exception {
        Fault crash = new Fault.Crash(ZK1);
        try (ZooKeeperClient client = ZooKeeperClient.open("writer", others(), SESSION, journal)) {
            client.create("/crash", "");
            try (Background writes = Background.repeat("crash", i -> client.create("/crash/" + i, "v" + i))) {
                during(crash, cluster, journal, () -> writes.awaitMore(20, PATIENCE));
            }
            see(client.zooKeeper(), "/crash");
        }

        assertProvedAndHealed("zk1 crashed", 1);
        assertHolds(new UnderFault(crash.words(), 10, new NoAcknowledgedWriteLost("/crash", 20)));
        assertHolds(new ZxidOnlyGrows(20));
    }

    @Test
    void aServerIsStartedAgainWhateverBecomesOfTheBody() {
        assertThatThrownBy(() -> during(new Fault.CleanStop(ZK1), cluster, journal, () -> {
                    assertThat(cluster.condition(ZK1)).isEqualTo(Condition.STOPPED);
                    throw new IllegalStateException("oops");
                }))
                .hasMessage("oops");

        assertThat(cluster.condition(ZK1)).isEqualTo(Condition.RUNNING);
        assertProvedAndHealed("zk1 stopped", 1);
    }

    @Test
    void whoeverIsInterruptedHealsFirst() {
        assertThatThrownBy(() -> during(new Fault.Pause(ZK1), cluster, journal, () -> {
                    assertThat(cluster.condition(ZK1)).isEqualTo(Condition.PAUSED);
                    Thread.currentThread().interrupt();
                    throw new InterruptedException("enough");
                }))
                .isInstanceOf(InterruptedException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(cluster.condition(ZK1)).isEqualTo(Condition.RUNNING);
        assertProvedAndHealed("zk1 paused", 1);
    }

    @Test
    void whatTheBodyHealedIsNotHealedAgain() throws Exception {
        during(new Fault.Wipe(ZK1), cluster, journal, () -> cluster.start(ZK1));

        assertProvedAndHealed("zk1 wiped", 0);
    }

    @Test
    void aServerThatIsSetBackForgetsAndCatchesUp() throws Exception {
        cluster.stop(ZK1);
        Kept kept = cluster.keep(ZK1);
        cluster.start(ZK1);
        cluster.awaitReady(PATIENCE, Progress.silent());
        try (ZooKeeperClient client = ZooKeeperClient.open("writer", others(), SESSION, journal)) {
            client.create("/set-back", "v");
        }

        during(new SetBack(kept), cluster, journal, () -> cluster.condition(ZK1));
        cluster.awaitReady(PATIENCE, Progress.silent());

        assertProvedAndHealed("zk1 set back", 1);
        List<Proof> proofs =
                journal.history().last(Event.Inflicted.class).orElseThrow().proofs();
        assertThat(proofs).extracting(Proof::verb).containsExactly("killed", "set back", "made to forget");
        try (ZooKeeperClient client =
                ZooKeeperClient.open("reader", cluster.client(ZK1).toString(), SESSION, journal)) {
            assertThat(Eventually.holds(PATIENCE, () -> client.read("/set-back") instanceof Outcome.Ok))
                    .isTrue();
        }
    }

    @Test
    void aServerThatHasWrittenNothingSinceCannotBeSetBack() throws Exception {
        cluster.stop(ZK1);
        Kept kept = cluster.keep(ZK1);

        assertThatThrownBy(() -> during(new SetBack(kept), cluster, journal, () -> true))
                .hasMessageContaining("nothing to set back");

        assertThat(journal.history().last(Event.Unproved.class)).isPresent();
        cluster.start(ZK1);
    }

    @Test
    void aFaultThatIsRefusedLeavesNothingBehindAndProvesNothing() throws Exception {
        cluster.stop(ZK1);
        try {
            assertThatThrownBy(() -> during(new Fault.Pause(ZK1), cluster, journal, () -> true))
                    .isInstanceOf(ClusterException.class);
            assertThat(cluster.condition(ZK1)).isEqualTo(Condition.STOPPED);
        } finally {
            cluster.start(ZK1);
        }

        assertThat(journal.history().events())
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.Unproved.class,
                        unproved -> assertThat(unproved.why()).contains("not running"));
    }

    @Test
    void isolationAndACutLinkHeal() throws Exception {
        during(
                new Fault.Isolation(ZK1),
                cluster,
                journal,
                () -> during(new Fault.CutLink(ZK2, NodeId.zk(3)), cluster, journal, () -> cluster.condition(ZK1)));

        assertProvedAndHealed("zk1 isolated", 1);
        assertProvedAndHealed("link zk2–zk3 cut", 1);
    }

    @Test
    void aLostReplyLeavesAZnodeOfWhichTheClientKnowsNothing() throws Exception {
        ClientLink link = links.to(ZK1);
        try (ZooKeeperClient client = ZooKeeperClient.open("a", link.endpoint().toString(), SESSION, journal)) {
            Outcome outcome = during(
                    new Fault.LostReply(link, RequestKind.CREATE),
                    cluster,
                    journal,
                    () -> client.create("/lost-reply", "v"));

            assertThat(outcome).isEqualTo(new Outcome.Unknown("ConnectionLoss"));
            // What is asked while ZooKeeper's client clears up after a lost connection is lost with it.
            assertThat(Eventually.holds(PATIENCE, () -> client.read("/lost-reply") instanceof Outcome.Ok))
                    .isTrue();
            assertThat(client.create("/lost-reply", "v")).isEqualTo(new Outcome.Failed("NodeExists"));
        }
        assertThat(journal.history().last(Event.Healed.class).orElseThrow().proofs())
                .singleElement()
                .satisfies(proof -> assertThat(proof.evidence().get(0)).contains("and error 0; nobody was told"));
    }

    @Test
    void aReplyThatNobodyWaitedForIsNoProof() {
        Fault fault = new Fault.LostReply(links.to(ZK1), RequestKind.CREATE);

        assertThatThrownBy(() -> during(fault, cluster, journal, () -> true))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("no client asked it");

        assertThat(journal.history().last(Event.Unproved.class)).isPresent();
        Invariant any = history -> new Judgement.Holds("all well");
        assertThat(any.judge(journal.history())).isInstanceOf(Judgement.CannotTell.class);
    }

    @Test
    void fourLetterWordsPassTheLinks() throws Exception {
        NodeId node = ZK1;

        Map<NodeId, String> answers =
                FourLetterWords.ask("srvr", Map.of(node, links.to(node).endpoint()), Duration.ofSeconds(5));

        assertThat(answers.get(node)).contains("Zookeeper version:").contains("Node count:");
    }

    @Test
    void clientsAreCutOffAndComeBack() throws Exception {
        ClientLink link = links.to(ZK1);
        try (ZooKeeperClient client = ZooKeeperClient.open("a", link.endpoint().toString(), SESSION, journal)) {
            Outcome meanwhile = during(new Fault.ClientsCut(link), cluster, journal, () -> client.create("/cut", "v"));

            assertThat(meanwhile).isEqualTo(new Outcome.Unknown("ConnectionLoss"));
            assertThat(Eventually.holds(PATIENCE, () -> client.read("/") instanceof Outcome.Ok))
                    .isTrue();
        }
    }

    @Test
    void whatIsHeldArrivesWhenTheLinkHeals() throws Exception {
        ClientLink link = links.to(ZK1);
        try (ZooKeeperClient client = ZooKeeperClient.open("a", link.endpoint().toString(), SESSION, journal)) {
            CompletableFuture<Integer> answered = new CompletableFuture<>();
            during(new Fault.ClientsHeld(link), cluster, journal, () -> {
                client.zooKeeper().exists("/", false, (code, path, context, stat) -> answered.complete(code), "");
                return Eventually.holds(Duration.ofMillis(200), answered::isDone);
            });

            assertThat(answered.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isZero();
        }
        assertThat(journal.history().last(Event.Healed.class).orElseThrow().proofs())
                .singleElement()
                .satisfies(proof -> assertThat(proof.evidence().get(0)).contains("frames were held"));
    }

    @Test
    void aDelayedLinkDelaysBothWays() throws Exception {
        ClientLink link = links.to(ZK1);
        Duration by = Duration.ofMillis(150);
        try (ZooKeeperClient client = ZooKeeperClient.open("a", link.endpoint().toString(), SESSION, journal)) {
            long begin = System.nanoTime();
            during(new Fault.ClientsDelayed(link, by), cluster, journal, () -> client.read("/"));

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(by.multipliedBy(2));
        }
    }

    @Test
    void anExpiredSessionIsGone() throws Exception {
        CompletableFuture<Boolean> expired = new CompletableFuture<>();
        ZooKeeper client = new ZooKeeper(cluster.connectString(), (int) SESSION.toMillis(), event -> {
            if (event.getState() == KeeperState.Expired) {
                expired.complete(true);
            }
        });
        try {
            assertThat(Eventually.holds(PATIENCE, () -> client.getState().isConnected()))
                    .isTrue();
            Fault fault = new Fault.SessionExpired("a", client.getSessionId(), client.getSessionPasswd());

            during(fault, cluster, journal, () -> expired.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } finally {
            client.close();
        }
        assertProvedAndHealed("session of a expired", 0);
        assertThat(journal.history().last(Event.Gone.class))
                .get()
                .extracting(Event.Gone::client)
                .isEqualTo("a");
    }

    private void assertProvedAndHealed(String fault, int healings) {
        assertThat(journal.history().all(Event.Unproved.class)).isEmpty();
        assertThat(journal.history().all(Event.Inflicted.class))
                .anySatisfy(inflicted -> assertThat(inflicted.fault()).isEqualTo(fault));
        assertThat(journal.history().all(Event.Healed.class)).anySatisfy(healed -> {
            assertThat(healed.fault()).isEqualTo(fault);
            assertThat(healed.proofs()).hasSize(healings);
        });
    }

    private void assertHolds(Invariant invariant) {
        assertThat(invariant.judge(journal.history())).isInstanceOf(Judgement.Holds.class);
    }

    private static String others() {
        return cluster.client(ZK2) + "," + cluster.client(NodeId.zk(3));
    }

    private void see(ZooKeeper client, String root) throws Exception {
        Instant at = journal.note(now -> new Event.Noted(now, "looked at", root));
        List<Znode> znodes = new ArrayList<>(List.of(new Znode(root, "", 0, 0, 0, 0, 0, 0, 0)));
        for (String child : client.getChildren(root, false)) {
            String path = root + "/" + child;
            String data = new String(client.getData(path, false, null), UTF_8);
            znodes.add(new Znode(path, data, 0, 0, 0, 0, 0, 0, 0));
        }
        journal.add(new Event.TreeSeen(at, root, znodes));
    }
}
