package quorumbook.labs.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quorumbook.labs.Check;
import quorumbook.labs.Verdict;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.observe.Role;

class InstallTest {
    private static final NodeId ZK1 = NodeId.zk(1);
    private static final NodeId ZK2 = NodeId.zk(2);
    private static final NodeId ZK3 = NodeId.zk(3);

    private final Given given = new Install().given(7);
    private final Plan plan = new Plan(given);
    private final Map<String, String> noted = new LinkedHashMap<>();

    @BeforeEach
    void theGoal() {
        noted.put(InstalledFiles.LOOKED, plan.folder());
        noted.put(InstallFacts.STARTED, plan.folder());
        for (NodeId server : Plan.SERVERS) {
            noted.put("file " + server + "/zoo.cfg", file(server));
            noted.put("file " + server + "/data/myid", server.number() + "\n");
            noted.put(InstallFacts.role(server, 1), role(server).name());
            noted.put(InstallFacts.role(server, 2), role(server).name());
            noted.put(
                    InstallFacts.settings(server),
                    "clientPort=1\ntickTime=" + plan.tick() + "\ninitLimit=" + plan.initLimit() + "\nsyncLimit="
                            + plan.syncLimit() + "\nmembership: \nversion=0");
            noted.put(InstallFacts.members(server), list() + "version=0");
            noted.put(
                    InstallFacts.disk(server),
                    "data/version-2/currentEpoch\ndata/version-2/snapshot.0\nlog/version-2/log.100000001");
        }
        noted.put(InstallFacts.WRITTEN, "now");
        noted.put(InstallFacts.READ_AGAIN, "now");
    }

    private static Role role(NodeId server) {
        return server.equals(ZK3) ? Role.LEADER : Role.FOLLOWER;
    }

    private String list() {
        return Plan.SERVERS.stream().map(plan::serverLine).collect(Collectors.joining("\n")) + "\n";
    }

    private String file(NodeId server) {
        return "tickTime=" + plan.tick() + "\ninitLimit=" + plan.initLimit() + "\nsyncLimit=" + plan.syncLimit()
                + "\ndataDir=" + plan.dataDir(server) + "\ndataLogDir=" + plan.dataLogDir(server) + "\nclientPort="
                + plan.doors(server).client() + "\nclientPortAddress=127.0.0.1\n" + list();
    }

    private History history() {
        List<Event> events = new ArrayList<>();
        noted.forEach((name, value) -> events.add(new Event.Noted(Instant.EPOCH, name, value)));
        return new History(given, events);
    }

    private void edit(NodeId server, String from, String to) {
        edit("file " + server + "/zoo.cfg", from, to);
    }

    private void edit(String name, String from, String to) {
        assertThat(noted.get(name)).contains(from);
        noted.put(name, Objects.requireNonNull(noted.get(name)).replace(from, to));
    }

    private Verdict judge(String check) {
        return new Install()
                .checks().stream()
                        .filter(each -> each.id().equals(check))
                        .findFirst()
                        .map(Check::judge)
                        .orElseThrow()
                        .apply(history());
    }

    private String failure(String check) {
        assertThat(judge(check)).isInstanceOf(Verdict.Fail.class);
        return ((Verdict.Fail) judge(check)).actual();
    }

    @Test
    void acceptsTheGoal() {
        assertThat(new Install().checks())
                .allSatisfy(check -> assertThat(check.judge().apply(history())).isInstanceOf(Verdict.Pass.class));
        assertThat(InstallJudge.mayBeStarted(history())).isTrue();
    }

    @Test
    void cannotTellAnythingWithoutALook() {
        History nothing = new History(given, List.of());

        assertThat(new Install().checks())
                .allSatisfy(check -> assertThat(check.judge().apply(nothing)).isInstanceOf(Verdict.Unknown.class));
        assertThat(InstallJudge.mayBeStarted(nothing)).isFalse();
    }

    @Test
    void neverPassesAnEmptyFolder() {
        noted.keySet().removeIf(name -> !name.equals(InstalledFiles.LOOKED));

        assertThat(new Install().checks())
                .noneSatisfy(check -> assertThat(check.judge().apply(history())).isInstanceOf(Verdict.Pass.class));
        assertThat(failure(Install.FILES)).contains("zk1/zoo.cfg, zk2/zoo.cfg, zk3/zoo.cfg");
    }

    @Test
    void givesNinePortsThatAllDiffer() {
        for (long seed = 0; seed < 200; seed++) {
            Plan any = new Plan(new Install().given(seed));
            List<Integer> ports = new ArrayList<>();
            for (NodeId server : Plan.SERVERS) {
                HandInstalled.Doors doors = any.doors(server);
                ports.addAll(List.of(doors.client(), doors.quorum(), doors.election()));
            }
            assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port > 20_000 && port < 32_000);
        }
    }

    @Test
    void acceptsTheNewerForm() {
        for (NodeId server : Plan.SERVERS) {
            edit(server, "clientPort=" + plan.doors(server).client() + "\nclientPortAddress=127.0.0.1\n", "# none\n");
            for (NodeId each : Plan.SERVERS) {
                edit(
                        server,
                        plan.serverLine(each) + "\n",
                        plan.serverLine(each).replace("127.0.0.1", "localhost") + ":participant;127.0.0.1:"
                                + plan.doors(each).client() + "\n");
            }
        }

        assertThat(InstallJudge.mayBeStarted(history())).isTrue();
    }

    @Test
    void namesTheFileThatWasMeant() {
        noted.put("file zk2/zoo.conf", noted.remove("file zk2/zoo.cfg"));

        assertThat(failure(Install.FILES)).contains("zk2/zoo.cfg", "zk2/zoo.conf");
    }

    @Test
    void neverStartsServersInOtherFolders() {
        edit(ZK1, plan.dataDir(ZK1), "/var/lib/zookeeper");
        assertThat(failure(Install.FILES)).contains("/var/lib/zookeeper");
        assertThat(InstallJudge.mayBeStarted(history())).isFalse();
    }

    @Test
    void neverStartsServersWhoseLogGoesElsewhere() {
        edit(ZK3, plan.dataLogDir(ZK3), plan.dataLogDir(ZK2));
        assertThat(failure(Install.FILES)).contains("…/zk2/log");
        assertThat(InstallJudge.mayBeStarted(history())).isFalse();
    }

    @Test
    void saysThatNobodyReplacesNames() {
        edit(ZK1, plan.folder() + "/zk1/data", "$folder/zk1/data");
        assertThat(failure(Install.FILES)).contains("does not replace $");
        edit(ZK1, "$folder/zk1/data", "data");
        assertThat(failure(Install.FILES)).contains("where the server is started");
    }

    @Test
    void refusesAClientDoorThatIsOpenToAll() {
        edit(ZK2, "clientPortAddress=127.0.0.1\n", "");
        assertThat(failure(Install.FILES)).contains("every address");
        assertThat(InstallJudge.mayBeStarted(history())).isFalse();
    }

    @Test
    void knowsWhosePortWasTaken() {
        edit(
                ZK2,
                "clientPort=" + plan.doors(ZK2).client(),
                "clientPort=" + plan.doors(ZK1).client());
        assertThat(failure(Install.FILES)).contains("the client port of zk1");
    }

    @Test
    void seesThatTwoPortsAreSwapped() {
        HandInstalled.Doors doors = plan.doors(ZK1);
        edit(ZK2, doors.quorum() + ":" + doors.election(), doors.election() + ":" + doors.quorum());
        assertThat(failure(Install.LINES)).contains("C and D are swapped");
        assertThat(InstallJudge.mayBeStarted(history())).isFalse();
    }

    @Test
    void seesThatAPortStandsTwice() {
        edit(ZK3, ":" + plan.doors(ZK2).election(), ":" + plan.doors(ZK1).election());
        assertThat(failure(Install.LINES)).contains("D of server.1", "D of server.2");
    }

    @Test
    void refusesAListThatLacksAServerOrHasOneTooMany() {
        edit(ZK1, plan.serverLine(ZK3), "#");
        assertThat(failure(Install.LINES)).contains("server.3");
        theGoal();
        edit(ZK1, plan.serverLine(ZK3), plan.serverLine(ZK3) + "\nserver.4=127.0.0.1:1:2");
        assertThat(failure(Install.LINES)).contains("server.4");
    }

    @Test
    void refusesALineThatNoServerCouldRead() {
        edit(ZK1, plan.serverLine(ZK2), "server.2=127.0.0.1:2888");
        assertThat(failure(Install.LINES)).contains("127.0.0.1:2888");
        assertThat(InstallJudge.mayBeStarted(history())).isFalse();
    }

    @Test
    void refusesAnotherMachine() {
        edit(ZK1, plan.serverLine(ZK2), plan.serverLine(ZK2).replace("127.0.0.1", "zoo2.example.org"));
        assertThat(failure(Install.LINES)).contains("zoo2.example.org");
        assertThat(InstallJudge.mayBeStarted(history())).isFalse();
    }

    @Test
    void startsServersWithoutAListSinceThatIsWorthSeeing() {
        for (NodeId server : Plan.SERVERS) {
            edit(server, list(), "");
        }
        assertThat(failure(Install.LINES)).contains("ensemble of its own");
        assertThat(InstallJudge.mayBeStarted(history())).isTrue();
        edit(ZK1, "tickTime", list() + "tickTime");
        assertThat(InstallJudge.mayBeStarted(history())).isFalse();
    }

    @Test
    void neverStartsServersWhoseListIsElsewhere() {
        edit(ZK1, list(), "dynamicConfigFile=/tmp/list\n");
        assertThat(failure(Install.FILES)).contains("/tmp/list");
        assertThat(InstallJudge.mayBeStarted(history())).isFalse();
    }

    @Test
    void tellsWhereMyidLiesInstead() {
        noted.put("file zk1/myid", noted.remove("file zk1/data/myid"));
        assertThat(failure(Install.MYID)).contains("there is zk1/myid");
        assertThat(InstallJudge.mayBeStarted(history())).isFalse();
    }

    @Test
    void tellsWhoseNumberItIs() {
        noted.put("file zk1/data/myid", "2");
        assertThat(failure(Install.MYID)).contains("take itself for server 2");
    }

    @Test
    void readsTheNumberAsAServerDoes() {
        noted.put("file zk1/data/myid", "1 \n");
        assertThat(failure(Install.MYID)).contains("with its blanks");
        noted.put("file zk1/data/myid", "1\r\n# mine\n");
        assertThat(judge(Install.MYID)).isInstanceOf(Verdict.Pass.class);
        noted.put("file zk1/data/myid", "01");
        assertThat(judge(Install.MYID)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void refusesThreeThatAreAlone() {
        for (NodeId server : Plan.SERVERS) {
            noted.put(InstallFacts.role(server, 1), Role.STANDALONE.name());
        }
        assertThat(failure("one-leads-and-two-follow")).contains("three ensembles of one");
    }

    @Test
    void refusesAnEnsembleThatIsNoneAfterARestart() {
        noted.put(InstallFacts.role(ZK1, 2), Role.STANDALONE.name());
        assertThat(failure("one-leads-and-two-follow")).contains("zk1 standalone");
        theGoal();
        noted.put(InstallFacts.READ_AGAIN, "");
        assertThat(failure("one-leads-and-two-follow")).isEqualTo("it is not");
    }

    @Test
    void cannotTellIfTheyNeverAgreedOrTheSecondStartWasNotSeen() {
        noted.put(InstallFacts.role(ZK1, 1), Role.LOOKING.name());
        assertThat(judge("one-leads-and-two-follow")).isInstanceOf(Verdict.Unknown.class);
        theGoal();
        noted.remove(InstallFacts.role(ZK1, 2));
        assertThat(judge("one-leads-and-two-follow")).isInstanceOf(Verdict.Unknown.class);
        theGoal();
        noted.remove(InstallFacts.READ_AGAIN);
        assertThat(judge("one-leads-and-two-follow")).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void refusesAServerThatEndsByItself() {
        noted.put(InstallFacts.end(ZK2), "initLimit is not set");
        assertThat(failure("one-leads-and-two-follow")).contains("zk2", "initLimit is not set");
        noted.remove(InstallFacts.settings(ZK1));
        assertThat(judge("settings-are-those-of-the-table")).isInstanceOf(Verdict.Skipped.class);
    }

    @Test
    void chargesNobodyForAHindranceOnOurSide() {
        noted.keySet().removeIf(name -> !name.startsWith("file ") && !name.equals(InstalledFiles.LOOKED));
        noted.put(InstallFacts.HINDERED, "Port 21000 of zk1 is held by another program on this machine.");

        assertThat(judge("one-leads-and-two-follow"))
                .isInstanceOfSatisfying(
                        Verdict.Unknown.class,
                        unknown -> assertThat(unknown.why()).contains("Port 21000"));
        assertThat(judge(Install.FILES)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void explainsThatLimitsAreTicks() {
        String ticks = "initLimit=" + plan.initLimit();
        String name = InstallFacts.settings(ZK2);
        edit(name, ticks, "initLimit=" + plan.initLimit() * plan.tick());
        assertThat(failure("settings-are-those-of-the-table")).contains("zk2", "ticks, not milliseconds");
        edit(name, "tickTime=" + plan.tick(), "tickTime=2000");
        assertThat(failure("settings-are-those-of-the-table")).contains("tickTime=2000");
    }

    @Test
    void refusesALogBesideTheSnapshots() {
        noted.put(InstallFacts.disk(ZK2), "data/version-2/log.100000001\ndata/version-2/snapshot.0");
        assertThat(failure("log-and-snapshots-lie-apart")).contains("zk2/data/version-2/log.100000001");
    }

    @Test
    void cannotTellWhereALogLiesThatWasNotWritten() {
        noted.put(InstallFacts.disk(ZK2), "data/version-2/snapshot.0");
        assertThat(judge("log-and-snapshots-lie-apart")).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void refusesAnObserverAndAListThatIsTooShort() {
        String line = plan.serverLine(ZK3);
        noted.put(InstallFacts.members(ZK2), list().replace(line, line + ":observer;127.0.0.1:1"));
        assertThat(failure("ensemble-has-three-voters")).contains("zk2", "server.3 as observer");
        noted.put(InstallFacts.members(ZK2), "version=0");
        assertThat(failure("ensemble-has-three-voters")).contains("no voter");
    }
}
