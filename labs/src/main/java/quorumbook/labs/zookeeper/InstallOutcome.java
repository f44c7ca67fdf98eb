package quorumbook.labs.zookeeper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import quorumbook.labs.Verdict;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.History;
import quorumbook.labs.observe.Role;

/** Judges what the servers did that were started from the learner's files. */
final class InstallOutcome {
    private static final String TOGETHER = "one leader and two followers";

    private InstallOutcome() {}

    /** No servers, or servers that we could not watch: then there is nothing to judge. */
    private static Optional<Verdict> unstarted(History history) {
        if (history.noted(InstalledFiles.LOOKED).isEmpty()) {
            return Optional.of(Verdict.unknown("nobody has looked at the files", InstallJudge.AGAIN));
        }
        if (history.noted(InstallFacts.STARTED).isEmpty()
                && history.noted(InstallFacts.HINDERED).isEmpty()) {
            return Optional.of(
                    new Verdict.Skipped("judged once the files are so that servers can be started from them"));
        }
        return Optional.empty();
    }

    private static Verdict unanswered(History history, String missing) {
        Optional<NodeId> died = died(history);
        if (died.isPresent()) {
            return new Verdict.Skipped("judged once " + died.get() + " runs");
        }
        return Verdict.unknown(
                history.noted(InstallFacts.HINDERED).orElse(missing), InstallJudge.AGAIN + "; see /logs zk1 100");
    }

    private static Optional<NodeId> died(History history) {
        return Plan.SERVERS.stream()
                .filter(server -> history.noted(InstallFacts.end(server)).isPresent())
                .findFirst();
    }

    static Verdict oneLeadsAndTwoFollow(History history) {
        return unstarted(history).orElseGet(() -> {
            Optional<NodeId> died = died(history);
            if (died.isPresent()) {
                return Verdict.fail(
                                TOGETHER,
                                died.get() + " ended by itself: "
                                        + history.noted(InstallFacts.end(died.get()))
                                                .orElse(""),
                                "/logs " + died.get() + " 100")
                        .atNoted(history, InstallFacts.end(died.get()));
            }
            return ensemble(history, 1).orElseGet(() -> ensemble(history, 2).orElseGet(() -> kept(history)));
        });
    }

    /** What is wrong after that start, if anything is. */
    private static Optional<Verdict> ensemble(History history, int start) {
        Map<NodeId, Role> roles = roles(history, start);
        if (roles.size() < Plan.SERVERS.size() || roles.containsValue(Role.LOOKING)) {
            return Optional.of(unanswered(
                    history,
                    "the servers had not agreed on a leader a minute after start " + start + ": "
                            + (roles.isEmpty() ? "none answered" : words(roles))));
        }
        if (count(roles, Role.LEADER) == 1 && count(roles, Role.FOLLOWER) == Plan.SERVERS.size() - 1) {
            return Optional.empty();
        }
        boolean alone = count(roles, Role.STANDALONE) == Plan.SERVERS.size();
        return Optional.of(Verdict.fail(
                        TOGETHER + (start == 1 ? "" : " after a restart"),
                        words(roles)
                                + (alone ? ": three ensembles of one, of which none knows what the others hold" : ""),
                        "/start zk1 zk2 zk3, then /cluster")
                .atNoted(history, InstallFacts.role(Plan.SERVERS.get(0), start)));
    }

    private static Map<NodeId, Role> roles(History history, int start) {
        Map<NodeId, Role> roles = new LinkedHashMap<>();
        for (NodeId server : Plan.SERVERS) {
            history.noted(InstallFacts.role(server, start)).ifPresent(role -> roles.put(server, Role.valueOf(role)));
        }
        return roles;
    }

    private static long count(Map<NodeId, Role> roles, Role role) {
        return roles.values().stream().filter(role::equals).count();
    }

    private static String words(Map<NodeId, Role> roles) {
        return roles.entrySet().stream()
                .map(server -> server.getKey() + " " + server.getValue().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static Verdict kept(History history) {
        Optional<String> written = history.noted(InstallFacts.WRITTEN);
        Optional<String> read = history.noted(InstallFacts.READ_AGAIN);
        if (written.isEmpty() || read.isEmpty()) {
            return unanswered(history, "what was written before the restart was not read again");
        }
        return written.equals(read)
                ? Verdict.pass("first " + words(roles(history, 1)) + "; after the restart " + words(roles(history, 2)))
                : Verdict.fail("what was written before the restart is there after it", "it is not", "/logs zk1 100")
                        .atNoted(history, InstallFacts.READ_AGAIN);
    }

    static Verdict settingsAreThoseOfTheTable(History history) {
        return unstarted(history).orElseGet(() -> {
            Plan plan = new Plan(history.given());
            Map<String, Integer> table = new LinkedHashMap<>();
            table.put("tickTime", plan.tick());
            table.put("initLimit", plan.initLimit());
            table.put("syncLimit", plan.syncLimit());
            return judgeAll(history, InstallFacts::settings, (server, answer) -> {
                        ZooCfg running = ZooCfg.parse(answer).orElse(new ZooCfg(Map.of()));
                        return table.entrySet().stream()
                                .flatMap(setting -> different(plan, server, running, setting).stream())
                                .findFirst();
                    })
                    .orElseGet(() -> Verdict.pass("conf of all three: " + table));
        });
    }

    private static Optional<Verdict> different(
            Plan plan, NodeId server, ZooCfg running, Map.Entry<String, Integer> setting) {
        Optional<String> value = running.value(setting.getKey());
        if (value.isEmpty()) {
            return Optional.of(new Verdict.Skipped(
                    "judged once the three are an ensemble: a server of its own has no " + setting.getKey()));
        }
        if (value.get().equals(setting.getValue().toString())) {
            return Optional.empty();
        }
        return Optional.of(Verdict.fail(
                "conf of each server says " + setting.getKey() + "=" + setting.getValue(),
                server + " says " + setting.getKey() + "=" + value.get() + inTicks(plan, setting, value.get()),
                server + "/zoo.cfg"));
    }

    private static String inTicks(Plan plan, Map.Entry<String, Integer> setting, String value) {
        long wanted = (long) setting.getValue() * plan.tick();
        return setting.getKey().endsWith("Limit") && value.equals(String.valueOf(wanted))
                ? ", which are ticks, not milliseconds: " + value + " ticks of " + plan.tick() + " ms are "
                        + wanted * plan.tick() / 60_000 + " minutes"
                : "";
    }

    static Verdict logAndSnapshotsLieApart(History history) {
        return unstarted(history)
                .orElseGet(() -> judgeAll(history, InstallFacts::disk, InstallOutcome::together)
                        .orElseGet(
                                () -> Verdict.pass("log.… in zk1/log, zk2/log and zk3/log, snapshot.… in zk1/data and "
                                        + "wherever else there is one")));
    }

    private static Optional<Verdict> together(NodeId server, String files) {
        List<String> logs = named(files, "log.");
        List<String> snapshots = named(files, "snapshot.");
        if (logs.isEmpty() || snapshots.isEmpty()) {
            return Optional.of(Verdict.unknown(
                    server + " has written no " + (logs.isEmpty() ? "transaction log" : "snapshot"),
                    InstallJudge.AGAIN));
        }
        Optional<String> stray = logs.stream()
                .filter(log -> !log.startsWith("log/"))
                .findFirst()
                .or(() -> snapshots.stream()
                        .filter(snapshot -> !snapshot.startsWith("data/"))
                        .findFirst());
        return stray.map(file -> Verdict.fail(
                "log.… of " + server + " in " + server + "/log, snapshot.… in " + server + "/data",
                server + " has written " + server + "/" + file + ": without a dataLogDir everything goes to dataDir",
                server + "/zoo.cfg"));
    }

    private static List<String> named(String files, String beginning) {
        return files.lines()
                .filter(file -> file.substring(file.lastIndexOf('/') + 1).startsWith(beginning))
                .toList();
    }

    static Verdict ensembleHasThreeVoters(History history) {
        return unstarted(history)
                .orElseGet(() -> judgeAll(history, InstallFacts::members, InstallOutcome::notThree)
                        .orElseGet(() -> Verdict.pass("/zookeeper/config of each server lists three participants")));
    }

    private static Optional<Verdict> notThree(NodeId server, String config) {
        List<String> voters = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Map.Entry<Integer, String> line :
                ZooCfg.parse(config).orElse(new ZooCfg(Map.of())).serverLines().entrySet()) {
            boolean votes = ServerLine.parse(line.getValue())
                    .filter(parsed -> !parsed.observes())
                    .isPresent();
            (votes ? voters : others).add("server." + line.getKey());
        }
        if (voters.size() == Plan.SERVERS.size() && others.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Verdict.fail(
                "server.1, server.2 and server.3 as participants in /zookeeper/config",
                server + " knows "
                        + (voters.isEmpty() ? "no voter" : String.join(", ", voters) + " as voters")
                        + (others.isEmpty() ? "" : ", " + String.join(", ", others) + " as observer"),
                "/start zk1 zk2 zk3, then zk get /zookeeper/config"));
    }

    @FunctionalInterface
    private interface Look {
        Optional<Verdict> flaw(NodeId server, String noted);
    }

    /** The first thing that is wrong at any server; unknown if one was not asked. */
    private static Optional<Verdict> judgeAll(History history, Function<NodeId, String> name, Look look) {
        for (NodeId server : Plan.SERVERS) {
            Optional<String> noted = history.noted(name.apply(server));
            Optional<Verdict> flaw = noted.isEmpty()
                    ? Optional.of(unanswered(history, server + " was not asked"))
                    : look.flaw(server, noted.get());
            if (flaw.isPresent()) {
                return flaw.map(verdict -> verdict.atNoted(history, name.apply(server)));
            }
        }
        return Optional.empty();
    }
}
