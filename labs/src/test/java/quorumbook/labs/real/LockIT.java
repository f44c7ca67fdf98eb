package quorumbook.labs.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import quorumbook.labs.Attempt;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.Report;
import quorumbook.labs.Verdict;
import quorumbook.labs.catalogue.Catalogue;

/** The lock's trial on a real server, with programs that are threads of this JVM. */
class LockIT {
    private static final Lab LAB = Catalogue.of(LabId.of("zookeeper/lock"));
    private static Servers servers;

    @BeforeAll
    static void launch() throws Exception {
        servers = Servers.of(LAB.cluster());
    }

    @AfterAll
    static void end() {
        servers.close();
    }

    @Test
    void acceptsTheRecipeTwiceInARow() throws Exception {
        try (Attempt attempt = Attempt.begin(LAB, servers.cluster(), 1)) {
            attempt.bench().lend(new InThisJvm(LockIT::recipe, attempt.bench().clock()));

            assertThat(words(attempt.check())).allMatch(words -> words.contains("Pass"));
            assertThat(words(attempt.check())).allMatch(words -> words.contains("Pass"));
        }
    }

    @Test
    void refusesAHerd() throws Exception {
        try (Attempt attempt = Attempt.begin(LAB, servers.cluster(), 2)) {
            attempt.bench().lend(new InThisJvm(LockIT::herd, attempt.bench().clock()));

            Report report = attempt.check();
            assertThat(report.outcome()).isEqualTo(Verdict.Outcome.FAIL);
            assertThat(words(report))
                    .filteredOn(words -> words.contains("Fail"))
                    .singleElement()
                    .asString()
                    .startsWith("one-is-woken-at-a-time");
        }
    }

    /** Slower, or unknown, but never wrong. */
    @Test
    void neverRefusesTheRecipeOnAStarvedMachine() throws Exception {
        try (Burners burning = Burners.start();
                Attempt attempt = Attempt.begin(LAB, servers.cluster(), 3)) {
            attempt.bench().lend(new InThisJvm(LockIT::recipe, attempt.bench().clock()));

            Report report = attempt.check();
            assertThat(report.outcome()).as(words(report).toString()).isNotEqualTo(Verdict.Outcome.FAIL);
        }
    }

    @Test
    void chargesNobodyWithASilenceOnAStarvedMachine() throws Exception {
        try (Burners burning = Burners.start();
                Attempt attempt = Attempt.begin(LAB, servers.cluster(), 4)) {
            attempt.bench().lend(new InThisJvm(LockIT::nothing, attempt.bench().clock()));

            Report report = attempt.check();
            assertThat(report.outcome()).as(words(report).toString()).isEqualTo(Verdict.Outcome.UNKNOWN);
            assertThat(words(report).get(0)).startsWith("each-copy-queues").contains("the machine is too busy");
        }
    }

    @Test
    void refusesAHerdOnAStarvedMachineOrCannotTell() throws Exception {
        try (Burners burning = Burners.start();
                Attempt attempt = Attempt.begin(LAB, servers.cluster(), 5)) {
            attempt.bench().lend(new InThisJvm(LockIT::herd, attempt.bench().clock()));

            assertThat(attempt.check().outcome()).isNotEqualTo(Verdict.Outcome.PASS);
        }
    }

    private static List<String> words(Report report) {
        return report.judged().stream()
                .map(each -> each.check().id() + ": " + each.verdict())
                .toList();
    }

    private static String queue(ZooKeeper zk, String lock) throws Exception {
        String guid = UUID.randomUUID().toString();
        try {
            return zk.create(
                    lock + "/" + guid + "-", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
        } catch (KeeperException.ConnectionLossException lost) {
            return retried(() -> lock + "/"
                    + zk.getChildren(lock, false).stream()
                            .filter(name -> name.startsWith(guid))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private static <T> T retried(java.util.concurrent.Callable<T> call) throws Exception {
        while (true) {
            try {
                return call.call();
            } catch (KeeperException.ConnectionLossException again) {
                Thread.onSpinWait();
            }
        }
    }

    private static List<String> sorted(List<String> names) {
        return names.stream()
                .sorted(java.util.Comparator.comparing((String name) -> name.substring(name.length() - 10)))
                .collect(Collectors.toList());
    }

    private static void recipe(ZooKeeper zk, String lock, BiConsumer<String, String> report) throws Exception {
        String me = queue(zk, lock);
        while (true) {
            List<String> names = sorted(retried(() -> zk.getChildren(lock, false)));
            int at = names.indexOf(me.substring(lock.length() + 1));
            if (at == 0) {
                break;
            }
            CountDownLatch gone = new CountDownLatch(1);
            if (retried(() -> zk.exists(lock + "/" + names.get(at - 1), event -> gone.countDown())) != null) {
                gone.await();
            }
        }
        report.accept("acquired", "");
        if (zk.exists(me, false) == null) {
            return;
        }
        report.accept("use", "");
        report.accept("released", "");
        zk.delete(me, -1);
    }

    /** As slow a program as can be: it does not come to anything. */
    private static void nothing(ZooKeeper zk, String lock, BiConsumer<String, String> report) throws Exception {
        new CountDownLatch(1).await();
    }

    private static void herd(ZooKeeper zk, String lock, BiConsumer<String, String> report) throws Exception {
        String me = queue(zk, lock);
        while (true) {
            CountDownLatch changed = new CountDownLatch(1);
            List<String> names = sorted(retried(() -> zk.getChildren(lock, event -> changed.countDown())));
            if (names.indexOf(me.substring(lock.length() + 1)) == 0) {
                break;
            }
            changed.await();
        }
        report.accept("acquired", "");
        if (zk.exists(me, false) == null) {
            return;
        }
        report.accept("use", "");
        report.accept("released", "");
        zk.delete(me, -1);
    }
}
