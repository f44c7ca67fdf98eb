package quorumbook.labs.zookeeper;

import static quorumbook.labs.Check.check;
import static quorumbook.labs.Check.safety;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import quorumbook.labs.Bench;
import quorumbook.labs.Check;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.Verdict;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Znode;
import quorumbook.labs.workload.TreeWalk;

/**
 * Paths, data, children: below a znode that the lab made, three znodes are built, one value is set after its creation, and
 * a branch that the lab made is deleted. That the lab's znode kept its czxid proves that nobody took the short way of
 * deleting everything and building the goal anew.
 */
public final class Tree implements Lab {
    static final String ROOT_CZXID = "root-czxid";
    static final String SIGN = "open";
    private static final String AGAIN = "/check again; if it stays like this, /reset gives a fresh start";

    @Override
    public LabId id() {
        return LabId.of("zookeeper/tree");
    }

    @Override
    public ClusterSpec cluster() {
        return Ensemble.standalone();
    }

    @Override
    public Given given(long seed) {
        return Given.from(seed)
                .word("root", "/shop-")
                .word("stock", "stock-")
                .word("apples", "apples-")
                .word("pears", "pears-")
                .word("old", "old-")
                .number("applecount", 1000, 4999)
                .number("pearcount", 5000, 9999)
                .number("crates", 10, 99)
                .with("crates", "%s crates"::formatted)
                .done();
    }

    @Override
    public void prepare(Bench bench) throws KeeperException, InterruptedException {
        ZooKeeper client = bench.zooKeeper();
        String root = bench.given().value("root");
        String old = root + "/" + bench.given().value("old");
        Stat stat = new Stat();
        client.create(root, bytes(SIGN), ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT, stat);
        for (String path : List.of(old, old + "/2019", old + "/2020", old + "/2020/january")) {
            client.create(path, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
        }
        bench.note(new Event.Noted(bench.clock().instant(), ROOT_CZXID, Long.toString(stat.getCzxid())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public History trial(Bench bench) throws KeeperException, InterruptedException {
        return bench.historyWith(
                List.of(TreeWalk.see(bench.zooKeeper(), bench.given().value("root"), bench.clock())));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                safety("root-was-kept", "the lab's znode is still the one that the lab created", Tree::rootWasKept),
                check("old-branch-is-gone", "the old branch is gone, with all below it", Tree::oldBranchIsGone)
                        .after("root-was-kept"),
                check(
                                "tree-has-its-znodes",
                                "the tree has the znodes of the table and no others",
                                Tree::treeHasItsZnodes)
                        .after("root-was-kept"),
                check("values-are-exact", "every znode holds its value, byte for byte", Tree::valuesAreExact)
                        .after("tree-has-its-znodes"),
                check(
                                "stock-was-set-later",
                                "the value of the stock was set after it was created",
                                Tree::stockWasSetLater)
                        .after("tree-has-its-znodes"),
                check(
                                "znodes-are-persistent",
                                "every znode of the tree stays when its session ends",
                                Tree::arePersistent)
                        .after("tree-has-its-znodes"));
    }

    static Verdict rootWasKept(History history) {
        String root = history.given().value("root");
        Optional<String> noted = history.noted(ROOT_CZXID);
        Optional<Event.TreeSeen> tree = history.last(Event.TreeSeen.class);
        if (noted.isEmpty() || tree.isEmpty()) {
            return Verdict.unknown("nobody noted how the tree looked " + (noted.isEmpty() ? "at first" : "now"), AGAIN);
        }
        long czxid = Long.parseLong(noted.get());
        Optional<Znode> now = find(tree.get(), root);
        if (now.isEmpty()) {
            return Verdict.fail(
                            root + " is there, created by the lab",
                            root + " is not there; /reset brings it back",
                            "zk ls /")
                    .at(history, tree.get());
        }
        if (now.get().czxid() != czxid) {
            return Verdict.fail(
                            root + " with cZxid " + hex(czxid) + ", created by the lab",
                            "cZxid " + hex(now.get().czxid())
                                    + ": it was deleted and created again; /reset brings the first back",
                            "zk stat " + root)
                    .at(history, tree.get());
        }
        return Verdict.pass(root + " still has cZxid " + hex(czxid));
    }

    static Verdict oldBranchIsGone(History history) {
        Optional<Event.TreeSeen> tree = history.last(Event.TreeSeen.class);
        if (tree.isEmpty()) {
            return unseen();
        }
        String old = history.given().value("root") + "/" + history.given().value("old");
        List<String> left = paths(tree.get()).stream()
                .filter(path -> path.equals(old) || path.startsWith(old + "/"))
                .toList();
        return left.isEmpty()
                ? Verdict.pass(old + " is not there any more")
                : Verdict.fail(
                                "nothing at " + old + " or below",
                                "still there: " + String.join(", ", left),
                                "zk ls -R " + old)
                        .at(history, tree.get());
    }

    static Verdict treeHasItsZnodes(History history) {
        Optional<Event.TreeSeen> tree = history.last(Event.TreeSeen.class);
        if (tree.isEmpty()) {
            return unseen();
        }
        Given given = history.given();
        String root = given.value("root");
        String old = root + "/" + given.value("old");
        List<String> goal = List.copyOf(goal(given).keySet());
        List<String> found = paths(tree.get());
        List<String> missing =
                goal.stream().filter(path -> !found.contains(path)).toList();
        List<String> extra = found.stream()
                .filter(path -> !goal.contains(path) && !path.equals(old) && !path.startsWith(old + "/"))
                .toList();
        if (missing.isEmpty() && extra.isEmpty()) {
            return Verdict.pass(String.join(", ", goal));
        }
        return Verdict.fail(shape(given), difference(missing, extra), "zk ls -R " + root)
                .at(history, tree.get());
    }

    private static String shape(Given given) {
        return given.value("root") + " with " + given.value("stock") + " below it, and below that "
                + given.value("apples") + " and " + given.value("pears") + "; nothing else";
    }

    private static String difference(List<String> missing, List<String> extra) {
        for (String path : missing) {
            for (String other : extra) {
                Optional<String> slip = slipInPath(path, other);
                if (slip.isPresent()) {
                    return Typed.visible(other) + " is there, another znode than " + path + ": " + slip.get();
                }
            }
        }
        String missingWords = missing.isEmpty() ? "" : "missing: " + String.join(", ", missing);
        String extraWords = extra.isEmpty() ? "" : "not in the table: " + String.join(", ", extra);
        return missingWords + (missing.isEmpty() || extra.isEmpty() ? "" : "; ") + extraWords;
    }

    /** What was typed differently in one name of a path, if all the other names are equal. */
    private static Optional<String> slipInPath(String expected, String actual) {
        List<String> names = List.of(expected.split("/"));
        List<String> others = List.of(actual.split("/"));
        for (int at = 0; at < names.size() && names.size() == others.size(); at++) {
            if (!names.get(at).equals(others.get(at))) {
                return Typed.slip(names.get(at), others.get(at));
            }
        }
        return Optional.empty();
    }

    static Verdict valuesAreExact(History history) {
        Optional<Event.TreeSeen> tree = history.last(Event.TreeSeen.class);
        if (tree.isEmpty()) {
            return unseen();
        }
        for (Map.Entry<String, String> goal : goal(history.given()).entrySet()) {
            Optional<Znode> znode = find(tree.get(), goal.getKey());
            String data = znode.map(Znode::data).orElse("");
            if (!data.equals(goal.getValue())) {
                return Verdict.fail(
                                goal.getKey() + " holds " + Typed.visible(goal.getValue()),
                                "it holds " + Typed.visible(data)
                                        + Typed.slip(goal.getValue(), data)
                                                .map(slip -> "; " + slip)
                                                .orElse(""),
                                "zk get " + goal.getKey())
                        .at(history, tree.get());
            }
        }
        return Verdict.pass("all " + goal(history.given()).size() + " values are as in the table");
    }

    static Verdict stockWasSetLater(History history) {
        String path = stock(history.given());
        Optional<Znode> stock = history.last(Event.TreeSeen.class).flatMap(tree -> find(tree, path));
        if (stock.isEmpty()) {
            return unseen();
        }
        int version = stock.get().dataVersion();
        return version >= 1
                ? Verdict.pass(path + " has dataVersion " + version)
                : Verdict.fail(
                                path + " has a dataVersion of 1 or more",
                                "dataVersion 0: it still holds what it was created with",
                                "zk stat " + path)
                        .atLast(history, Event.TreeSeen.class);
    }

    static Verdict arePersistent(History history) {
        Optional<Event.TreeSeen> tree = history.last(Event.TreeSeen.class);
        if (tree.isEmpty() || tree.get().znodes().isEmpty()) {
            return unseen();
        }
        for (Znode znode : tree.get().znodes()) {
            if (znode.ephemeralOwner() != 0) {
                return Verdict.fail(
                                "ephemeralOwner 0x0 at every znode",
                                znode.path() + " has ephemeralOwner " + hex(znode.ephemeralOwner()),
                                "zk stat " + znode.path())
                        .at(history, tree.get());
            }
        }
        return Verdict.pass("no znode of the tree has an ephemeralOwner");
    }

    /** The table of the lesson: each path with the value that it shall hold. */
    private static Map<String, String> goal(Given given) {
        Map<String, String> goal = new LinkedHashMap<>();
        goal.put(given.value("root"), SIGN);
        goal.put(stock(given), given.value("crates"));
        goal.put(stock(given) + "/" + given.value("apples"), given.value("applecount"));
        goal.put(stock(given) + "/" + given.value("pears"), given.value("pearcount"));
        return goal;
    }

    private static String stock(Given given) {
        return given.value("root") + "/" + given.value("stock");
    }

    private static Optional<Znode> find(Event.TreeSeen tree, String path) {
        return tree.znodes().stream().filter(znode -> znode.path().equals(path)).findFirst();
    }

    private static List<String> paths(Event.TreeSeen tree) {
        return tree.znodes().stream().map(Znode::path).toList();
    }

    private static Verdict unseen() {
        return Verdict.unknown("nobody saw the tree at this check", AGAIN);
    }

    private static String hex(long zxid) {
        return "0x" + Long.toHexString(zxid);
    }
}
