package quorumbook.labs.zookeeper;

import static quorumbook.labs.Check.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import quorumbook.labs.Bench;
import quorumbook.labs.Check;
import quorumbook.labs.Floor;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;

/**
 * Disconnected is not expired: when the ephemeral znode of a killed client goes, which is foretold; and the learner's {@code
 * keepRegistered(folder)}, which has to sit out a lost connection and to begin anew after a lost session.
 */
public final class SessionsAndExpiry implements Lab {
    static final String GRANTED = "timeout-granted";
    static final String GONE = "gone-after";

    @Override
    public LabId id() {
        return LabId.of("zookeeper/sessions");
    }

    @Override
    public ClusterSpec cluster() {
        return Ensemble.standalone();
    }

    @Override
    public Given given(long seed) {
        return Given.from(seed)
                .word("members", "/members-")
                .number("asked", 300, 600)
                .done();
    }

    @Override
    public Floor floor() {
        return KilledClient.FLOOR.and(RegisterTrial.FLOOR);
    }

    @Override
    public int programs() {
        return 1;
    }

    /** A folder to try things in; each trial makes one of its own. */
    @Override
    public void prepare(Bench bench) throws KeeperException, InterruptedException {
        bench.zooKeeper()
                .create(
                        bench.given().value("members"),
                        new byte[0],
                        ZooDefs.Ids.OPEN_ACL_UNSAFE,
                        CreateMode.PERSISTENT);
    }

    @Override
    public Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put(GRANTED, "Which session timeout does the client get, in ms?");
        questions.put(GONE, "The client is killed. After how many ms is its ephemeral znode gone, roughly?");
        return questions;
    }

    /** The killed client once, when both answers are sealed; the learner's program each time. */
    @Override
    public History trial(Bench bench) throws Exception {
        if (KilledClient.isDue(bench.history())) {
            KilledClient.run(bench);
        }
        RegisterTrial.run(bench);
        return bench.history();
    }

    @Override
    public List<Check> checks() {
        String registered = "one-ephemeral-is-registered";
        return List.of(
                check(
                        "you-foretold-the-timeout",
                        "you foretold the timeout granted",
                        ExpiryJudge::youForetoldTheTimeout),
                check("you-foretold-the-end", "you foretold when the znode goes", ExpiryJudge::youForetoldTheEnd),
                check(
                        registered,
                        "keepRegistered(folder) registers one ephemeral znode",
                        RegisterJudge::oneEphemeralIsRegistered),
                check(
                                "same-session-after-a-cut",
                                "after a short cut the session and its znode are the same",
                                RegisterJudge::sameSessionAfterACut)
                        .after(registered),
                check(
                                "one-registration-after-expiry",
                                "after the session has expired, a new one is registered once",
                                RegisterJudge::oneRegistrationAfterExpiry)
                        .after(registered),
                check("never-two-at-once", "at no time are two znodes registered", RegisterJudge::neverTwoAtOnce)
                        .after(registered));
    }
}
