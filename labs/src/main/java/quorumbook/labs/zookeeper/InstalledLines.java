package quorumbook.labs.zookeeper;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import quorumbook.labs.Verdict;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.History;

/**
 * The server lines of one zoo.cfg, held against the table.
 *
 * @param file its name, for messages
 * @param lines what stands behind each {@code server.N=}
 */
record InstalledLines(String file, Map<Integer, String> lines) {
    static InstalledLines of(History history, NodeId server) {
        Map<Integer, String> lines = InstallJudge.configuration(history, server)
                .map(ZooCfg::serverLines)
                .orElse(Map.of());
        return new InstalledLines(server + "/zoo.cfg", lines);
    }

    /** The first thing that is wrong with them, if anything is. */
    Optional<Verdict> flaw(Plan plan) {
        if (lines.isEmpty()) {
            return Optional.of(Verdict.fail(
                    "server.1, server.2 and server.3 in " + file,
                    "no server line: such a server knows of no other and is an ensemble of its own",
                    file));
        }
        return incomplete(plan)
                .or(() -> Plan.SERVERS.stream()
                        .flatMap(server -> unreadable(plan, server).stream())
                        .findFirst())
                .or(() -> portTwice())
                .or(() -> Plan.SERVERS.stream()
                        .flatMap(server -> different(plan, server).stream())
                        .findFirst());
    }

    private Optional<Verdict> incomplete(Plan plan) {
        for (NodeId server : Plan.SERVERS) {
            if (!lines.containsKey(server.number())) {
                return Optional.of(Verdict.fail(
                        plan.serverLine(server) + " in " + file, "no line server." + server.number(), file));
            }
        }
        return lines.keySet().stream()
                .filter(number -> number < 1 || number > Plan.SERVERS.size())
                .findFirst()
                .map(number -> Verdict.fail(
                        "three servers in " + file,
                        "a line server." + number + " too: a server that never comes still counts for the majority",
                        file));
    }

    private Optional<Verdict> unreadable(Plan plan, NodeId server) {
        return ServerLine.parse(value(server)).isPresent()
                ? Optional.empty()
                : Optional.of(fail(plan, server, ": not host:port:port, without blanks"));
    }

    private String value(NodeId server) {
        return Objects.requireNonNull(lines.get(server.number()));
    }

    private Verdict fail(Plan plan, NodeId server, String why) {
        return Verdict.fail(
                plan.serverLine(server) + " in " + file, "server." + server.number() + "=" + value(server) + why, file);
    }

    /** Two doors at one port cannot both be opened. */
    private Optional<Verdict> portTwice() {
        Map<Integer, String> owners = new LinkedHashMap<>();
        for (NodeId server : Plan.SERVERS) {
            ServerLine line = line(server);
            String name = "server." + server.number();
            Map<String, Integer> doors = new LinkedHashMap<>();
            doors.put("C of " + name, line.quorum());
            doors.put("D of " + name, line.election());
            for (Map.Entry<String, Integer> door : doors.entrySet()) {
                String other = owners.putIfAbsent(door.getValue(), door.getKey());
                if (other != null) {
                    return Optional.of(Verdict.fail(
                            "six different ports in the server lines of " + file,
                            door.getValue() + " stands twice, as " + other + " and as " + door.getKey()
                                    + ": only one of them could listen there",
                            file));
                }
            }
        }
        return Optional.empty();
    }

    private ServerLine line(NodeId server) {
        return ServerLine.parse(value(server)).orElseThrow();
    }

    private Optional<Verdict> different(Plan plan, NodeId server) {
        ServerLine line = line(server);
        HandInstalled.Doors doors = plan.doors(server);
        if (line.quorum() == doors.election() && line.election() == doors.quorum()) {
            return Optional.of(
                    fail(plan, server, ": C and D are swapped; followers come to the first port, votes to the second"));
        }
        if (line.quorum() != doors.quorum() || line.election() != doors.election()) {
            int wrong = line.quorum() != doors.quorum() ? line.quorum() : line.election();
            return Optional.of(fail(
                    plan,
                    server,
                    InstallJudge.owner(plan, wrong)
                            .map(other -> ": " + wrong + " is " + other)
                            .orElse("")));
        }
        if (!InstallJudge.isLoopback(line.host())) {
            return Optional.of(fail(plan, server, ": the others would look for it at " + line.host()));
        }
        return line.client().filter(door -> door.port() != doors.client()).isPresent()
                ? Optional.of(fail(plan, server, ": its clients are to get in at " + doors.client()))
                : Optional.empty();
    }
}
