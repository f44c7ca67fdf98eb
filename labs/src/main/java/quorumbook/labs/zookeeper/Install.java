package quorumbook.labs.zookeeper;

import static quorumbook.labs.Check.check;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import quorumbook.labs.Bench;
import quorumbook.labs.Check;
import quorumbook.labs.Floor;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.config.Timeouts;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;

/**
 * Three servers that the learner installs: the configuration files and {@code myid} are theirs, in a folder of theirs. The
 * trial reads the files, and starts real servers from them if they lie where and listen where the lesson's table says.
 */
public final class Install implements Lab {
    static final String FILES = "files-name-their-places";
    static final String LINES = "server-lines-are-one-list";
    static final String MYID = "myid-tells-who";

    @Override
    public LabId id() {
        return LabId.of("zookeeper/install");
    }

    @Override
    public ClusterSpec cluster() {
        return cluster(given(0));
    }

    @Override
    public ClusterSpec cluster(Given given) {
        return new Plan(given).shape();
    }

    @Override
    public Given given(long seed) {
        return Plan.draw(seed);
    }

    /** All three are started, elect, are stopped, and are started again. */
    @Override
    public Floor floor() {
        return Floor.none()
                .and("until a vote is final", Timeouts.FINAL_VOTE.multipliedBy(2))
                .and(Floor.Step.SERVER, 2 * Floor.inTurn(Plan.SERVERS.size()))
                .and(Floor.Step.STOP, 1);
    }

    @Override
    public void prepare(Bench bench) {
        new InstallFolder(new Plan(bench.given())).prepare();
    }

    @Override
    public void clear(Bench bench) throws IOException {
        InstallRun.end(bench);
        new InstallFolder(new Plan(bench.given())).clear();
    }

    @Override
    public History trial(Bench bench) throws InterruptedException {
        History files = bench.historyWith(InstalledFiles.look(new Plan(bench.given()), bench.clock()));
        if (!InstallJudge.mayBeStarted(files)) {
            return files;
        }
        return new History(
                files.given(),
                Stream.concat(files.events().stream(), InstallRun.on(bench).stream())
                        .toList());
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check(
                        FILES,
                        "each server has its zoo.cfg, with the folders and the client port of the table",
                        InstallJudge::filesNameTheirPlaces),
                check(
                                LINES,
                                "all three files have one list of servers, with the ports of the table",
                                InstallJudge::serverLinesAreOneList)
                        .after(FILES),
                check(MYID, "each server finds its number in its own dataDir", InstallJudge::myidTellsWho)
                        .after(FILES),
                check(
                        "one-leads-and-two-follow",
                        "started from your files, one server leads and two follow, and so after a restart",
                        InstallOutcome::oneLeadsAndTwoFollow),
                check(
                        "settings-are-those-of-the-table",
                        "the running servers count with the tick and the limits of the table",
                        InstallOutcome::settingsAreThoseOfTheTable),
                check(
                        "log-and-snapshots-lie-apart",
                        "the transaction log lies in dataLogDir, the snapshots in dataDir",
                        InstallOutcome::logAndSnapshotsLieApart),
                check(
                        "ensemble-has-three-voters",
                        "every server says that the ensemble has three voters",
                        InstallOutcome::ensembleHasThreeVoters));
    }
}
