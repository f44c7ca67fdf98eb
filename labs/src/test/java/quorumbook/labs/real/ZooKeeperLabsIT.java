package quorumbook.labs.real;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.zookeeper.CreateMode.EPHEMERAL;
import static org.apache.zookeeper.CreateMode.EPHEMERAL_SEQUENTIAL;
import static org.apache.zookeeper.CreateMode.PERSISTENT;
import static org.apache.zookeeper.CreateMode.PERSISTENT_SEQUENTIAL;
import static org.apache.zookeeper.ZooDefs.Ids.OPEN_ACL_UNSAFE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.ZKUtil;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import quorumbook.labs.Attempt;
import quorumbook.labs.Lab;
import quorumbook.labs.Report;
import quorumbook.labs.Verdict;
import quorumbook.labs.Verdict.Outcome;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.history.Given;
import quorumbook.labs.reset.Cleanness;
import quorumbook.labs.reset.Reset;
import quorumbook.labs.zookeeper.NodeKinds;
import quorumbook.labs.zookeeper.Tree;

/** The ZooKeeper exercises on a real server, played with a client of the learner's; between two tests it is reset. */
class ZooKeeperLabsIT {
    private static Servers servers;

    private final Random seeds = new Random();
    private Optional<Attempt> open = Optional.empty();
    private ZooKeeper zk;

    @BeforeAll
    static void launch() throws Exception {
        servers = Servers.of(Ensemble.standalone());
    }

    @AfterAll
    static void end() {
        servers.close();
    }

    private Attempt begin(Lab lab) throws Exception {
        Attempt attempt = Attempt.begin(lab, servers.cluster(), seeds.nextLong());
        open = Optional.of(attempt);
        zk = new ZooKeeper(servers.cluster().connectString(), 6_000, event -> {});
        assertThat(Eventually.holds(Duration.ofSeconds(5), () -> zk.getState().isConnected()))
                .isTrue();
        attempt.learnerSession(zk.getSessionId());
        return attempt;
    }

    @AfterEach
    void resetIsClean() throws Exception {
        zk.close();
        Cleanness cleanness = Reset.clean(open.orElseThrow().bench());
        open.orElseThrow().close();
        assertThat(cleanness).isInstanceOf(Cleanness.Clean.class);
    }

    @RepeatedTest(20)
    void theTreeStepByStepPasses() throws Exception {
        Attempt attempt = begin(new Tree());
        buildTree(attempt.given());

        assertThat(attempt.check().outcome()).isEqualTo(Outcome.PASS);
    }

    @RepeatedTest(20)
    void theTreeInOneTransactionAndASetPasses() throws Exception {
        Attempt attempt = begin(new Tree());
        Given given = attempt.given();
        String stock = given.value("root") + "/" + given.value("stock");
        zk.multi(java.util.List.of(
                Op.create(stock, new byte[0], OPEN_ACL_UNSAFE, PERSISTENT),
                Op.create(stock + "/" + given.value("pears"), data(given, "pearcount"), OPEN_ACL_UNSAFE, PERSISTENT),
                Op.create(stock + "/" + given.value("apples"), data(given, "applecount"), OPEN_ACL_UNSAFE, PERSISTENT),
                Op.setData(stock, crates(given), -1)));
        ZKUtil.deleteRecursive(zk, given.value("root") + "/" + given.value("old"));

        assertThat(attempt.check().outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void theUntouchedTreeFails() throws Exception {
        assertThat(begin(new Tree()).check().outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aTreeBuiltAnewFromItsRootIsRefused() throws Exception {
        Attempt attempt = begin(new Tree());
        Given given = attempt.given();
        ZKUtil.deleteRecursive(zk, given.value("root"));
        create(given.value("root"), "open", PERSISTENT);
        create(given.value("root") + "/" + given.value("old"), "", PERSISTENT);
        buildTree(given);

        assertThat(failed(attempt.check())).contains("root-was-kept");
    }

    @Test
    void anUnreadableTreeIsNotChargedToAnybody() throws Exception {
        Attempt attempt = begin(new Tree());
        buildTree(attempt.given());
        String pears = attempt.given().value("root") + "/" + attempt.given().value("stock") + "/"
                + attempt.given().value("pears");
        zk.addAuthInfo("digest", "me:secret".getBytes(UTF_8));
        zk.setACL(pears, org.apache.zookeeper.ZooDefs.Ids.CREATOR_ALL_ACL, -1);

        assertThat(attempt.check().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @RepeatedTest(20)
    void theFourKindsPass() throws Exception {
        Attempt attempt = begin(new NodeKinds());
        playKinds(attempt);
        zk.close();

        assertThat(failed(attempt.check())).isEmpty();
        assertThat(attempt.check().outcome()).isEqualTo(Outcome.PASS);
    }

    @RepeatedTest(10)
    void theFourKindsInAnotherOrderAndByASecondTryPass() throws Exception {
        Attempt attempt = begin(new NodeKinds());
        String parent = attempt.given().value("parent");
        int base = attempt.given().number("created");
        create(parent + "/plain", "", EPHEMERAL);
        attempt.predict("after-plain", "$created+1");
        String number = create(parent + "/", "", EPHEMERAL_SEQUENTIAL);
        zk.delete(number, -1);
        attempt.predict("after-delete", Integer.toString(base + 1));
        create(parent + "/n-", "", PERSISTENT_SEQUENTIAL);
        zk.delete(parent + "/n-%010d".formatted(base + 2), -1);
        attempt.predict("after-delete", Integer.toString(base + 3));
        create(parent + "/n-", "", PERSISTENT_SEQUENTIAL);
        create(parent + "/stay", "", PERSISTENT);
        create(parent + "/e-", "", EPHEMERAL_SEQUENTIAL);
        attempt.predict("left-after-close", "persistent-sequential, persistent");
        zk.close();

        assertThat(failed(attempt.check())).isEmpty();
        assertThat(attempt.check().outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void theUntouchedKindsFail() throws Exception {
        assertThat(begin(new NodeKinds()).check().outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aSessionThatIsStillOpenIsRefused() throws Exception {
        Attempt attempt = begin(new NodeKinds());
        playKinds(attempt);

        assertThat(failed(attempt.check())).startsWith("ephemerals-left-with-their-session");
    }

    @Test
    void ephemeralsDeletedByHandAreRefused() throws Exception {
        Attempt attempt = begin(new NodeKinds());
        playKinds(attempt);
        for (String child : zk.getChildren(attempt.given().value("parent"), false)) {
            String path = attempt.given().value("parent") + "/" + child;
            if (zk.exists(path, false).getEphemeralOwner() != 0) {
                zk.delete(path, -1);
            }
        }
        assertThat(failed(attempt.check())).contains("ephemerals-left-with-their-session");

        zk.close();
        assertThat(failed(attempt.check())).contains("ephemerals-left-with-their-session");
    }

    @Test
    void aResetTakesAVerySmallPartOfAStart() throws Exception {
        Attempt attempt = begin(new Tree());
        buildTree(attempt.given());
        for (int number = 0; number < 200; number++) {
            zk.create("/litter-", new byte[0], OPEN_ACL_UNSAFE, PERSISTENT_SEQUENTIAL);
        }

        assertThat(Reset.clean(attempt.bench())).isInstanceOf(Cleanness.Clean.class);
        assertThat(zk.getChildren("/", false)).containsExactly("zookeeper");
    }

    private void playKinds(Attempt attempt) throws Exception {
        String parent = attempt.given().value("parent");
        attempt.predict("after-delete", "$created");
        create(parent + "/job-", "", PERSISTENT_SEQUENTIAL);
        create(parent + "/plain", "", PERSISTENT);
        attempt.predict("after-plain", "$created+2");
        create(parent + "/job-", "", EPHEMERAL_SEQUENTIAL);
        create(parent + "/here", "", EPHEMERAL);
        attempt.predict("left-after-close", "persistent persistent-sequential");
    }

    private void buildTree(Given given) throws Exception {
        String stock = given.value("root") + "/" + given.value("stock");
        create(stock, "", PERSISTENT);
        create(stock + "/" + given.value("apples"), given.value("applecount"), PERSISTENT);
        create(stock + "/" + given.value("pears"), given.value("pearcount"), PERSISTENT);
        zk.setData(stock, crates(given), -1);
        ZKUtil.deleteRecursive(zk, given.value("root") + "/" + given.value("old"));
    }

    private static byte[] crates(Given given) {
        return given.value("crates").getBytes(UTF_8);
    }

    private static byte[] data(Given given, String name) {
        return given.value(name).getBytes(UTF_8);
    }

    private String create(String path, String data, CreateMode mode) throws KeeperException, InterruptedException {
        return zk.create(path, data.getBytes(UTF_8), OPEN_ACL_UNSAFE, mode);
    }

    private static java.util.List<String> failed(Report report) {
        return report.judged().stream()
                .filter(judged -> judged.verdict() instanceof Verdict.Fail)
                .map(judged -> judged.check().id())
                .toList();
    }
}
