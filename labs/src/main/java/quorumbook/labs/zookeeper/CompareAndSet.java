package quorumbook.labs.zookeeper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static quorumbook.labs.Check.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZKUtil;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import quorumbook.labs.Bench;
import quorumbook.labs.Check;
import quorumbook.labs.Floor;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Waited;
import quorumbook.labs.observe.ValueWritten;
import quorumbook.labs.observe.Zxid;
import quorumbook.labs.program.NotRunnableException;
import quorumbook.labs.workload.TreeWalk;

/**
 * Versions as compare-and-set: the learner's {@code increment} is run by several JVMs at once on one counter, then by one
 * JVM whose connection is lost, once after and once before the write has reached the server.
 */
public final class CompareAndSet implements Lab {
    /** Noted with the number of the trial when it begins. */
    static final String TRIAL = "trial";

    /** Noted with why {@code increment} cannot be called; empty if it can. */
    static final String REFUSAL = "increment cannot be called";

    private static final int MOST_WRITES = 10_000;
    private static final int LONGEST_NUMBER = 20;
    private static final String VISITS = "/visits";

    @Override
    public LabId id() {
        return LabId.of("zookeeper/compare-and-set");
    }

    @Override
    public ClusterSpec cluster() {
        return Ensemble.standalone();
    }

    @Override
    public Given given(long seed) {
        return Given.from(seed)
                .word("root", "/counters-")
                .number("visits", 20, 90)
                .number("start", 1000, 8999)
                .done();
    }

    @Override
    public Floor floor() {
        return Race.FLOOR.and(Loss.FLOOR);
    }

    @Override
    public int programs() {
        return Race.COPIES + 1;
    }

    @Override
    public void prepare(Bench bench) throws KeeperException, InterruptedException {
        String root = bench.given().value("root");
        ZooKeeper client = bench.zooKeeper();
        create(client, root, "");
        create(client, root + VISITS, bench.given().value("visits"));
    }

    static long create(ZooKeeper client, String path, String value) throws KeeperException, InterruptedException {
        Stat stat = new Stat();
        client.create(path, value.getBytes(UTF_8), ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT, stat);
        return stat.getCzxid();
    }

    /** The paths of the counters of the trial with that number. */
    enum Counter {
        /** Which several copies increment at once. */
        RACE,
        /** Which the same copies increment too, as one must not: it shows that they did meet. */
        CONTROL,
        /** Which one copy increments while its connection is lost. */
        LOSS;

        String path(Given given, String trial) {
            return given.value("root") + "/" + name().toLowerCase(java.util.Locale.ROOT) + "-" + trial;
        }

        /** The name under which the transaction that created it is noted. */
        String created() {
            return "czxid of " + name();
        }

        /** The name under which all values are noted that it was given since, as the server's log has them. */
        String written() {
            return "values of " + name();
        }
    }

    @Override
    public History trial(Bench bench) throws Exception {
        String trial = Integer.toString(bench.history().timesNoted(TRIAL) + 1);
        note(bench, TRIAL, trial);
        for (Counter counter : Counter.values()) {
            note(bench, counter.created(), Long.toString(fresh(bench, counter.path(bench.given(), trial))));
        }
        try {
            Race.run(bench, trial);
            noteWritten(bench, trial);
            note(bench, REFUSAL, "");
            if (bench.history().noted(Race.ENDED).orElse("").isEmpty()) {
                Loss.run(bench, trial);
            }
        } catch (NotRunnableException e) {
            note(bench, REFUSAL, String.valueOf(e.getMessage()));
        }
        return bench.historyWith(
                List.of(TreeWalk.see(bench.zooKeeper(), bench.given().value("root"), bench.clock())));
    }

    private static void noteWritten(Bench bench, String trial) {
        Counter race = Counter.RACE;
        Zxid created =
                Zxid.of(Long.parseLong(bench.history().noted(race.created()).orElseThrow()));
        String values =
                ValueWritten.to(race.path(bench.given(), trial), created, bench.cluster(), NodeId.zk(1)).stream()
                        .limit(MOST_WRITES)
                        // No number is longer; what is none may be as long as it likes.
                        .map(write -> write.value()
                                .substring(0, Math.min(write.value().length(), LONGEST_NUMBER)))
                        .collect(Collectors.joining(" "));
        note(bench, race.written(), values);
    }

    private static long fresh(Bench bench, String path) throws KeeperException, InterruptedException {
        ZooKeeper client = bench.zooKeeper();
        String root = bench.given().value("root");
        if (client.exists(root, false) == null) {
            create(client, root, "");
        }
        if (client.exists(path, false) != null) {
            ZKUtil.deleteRecursive(client, path);
        }
        return create(client, path, bench.given().value("start"));
    }

    /** Notes what a program did instead of coming to its end; empty if it came there. */
    static void note(Bench bench, String name, Ending ending) {
        bench.note(new Event.Noted(bench.clock().instant(), name, ending.words(), ending.inVain()));
    }

    /**
     * How a copy ended before it had made all its increments.
     *
     * @param words empty if it made them
     * @param inVain the wait, if it has not ended at all
     */
    record Ending(String words, Optional<Waited> inVain) {
        static final Ending WELL = of("");

        static Ending of(String words) {
            return new Ending(words, Optional.empty());
        }
    }

    static void note(Bench bench, String name, String value) {
        bench.note(new Event.Noted(bench.clock().instant(), name, value));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check(
                        "increment-is-there",
                        "increment(String) is defined and can be called",
                        IncrementJudge::incrementIsThere),
                check(
                                "increment-comes-back",
                                "every increment comes back, whatever the others do",
                                IncrementJudge::incrementComesBack)
                        .after("increment-is-there"),
                check(
                                "every-write-builds-on-the-last",
                                "no write overwrites another that it has not seen",
                                IncrementJudge::everyWriteBuildsOnTheLast)
                        .after("increment-comes-back"),
                check(
                                "what-came-back-is-counted",
                                "every increment that came back is in the counter, once",
                                IncrementJudge::whatCameBackIsCounted)
                        .after("every-write-builds-on-the-last"),
                check(
                                "no-lost-reply-is-counted-twice",
                                "a write whose reply was lost is not made again",
                                IncrementJudge::noLostReplyIsCountedTwice)
                        .after("what-came-back-is-counted"),
                check(
                                "no-lost-request-is-taken-for-done",
                                "a request that never arrived is not taken for done",
                                IncrementJudge::noLostRequestIsTakenForDone)
                        .after("what-came-back-is-counted"));
    }

    @Override
    public Map<String, String> questions() {
        return Map.of();
    }
}
