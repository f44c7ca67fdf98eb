package quorumbook.labs.zookeeper;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import quorumbook.labs.Verdict;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.History;

/** Judges the files of an installation as they stand, before any server is started from them. */
final class InstallJudge {
    static final String AGAIN = "/check again; if it stays like this, /reset begins anew";

    private InstallJudge() {}

    /**
     * Whether servers may be started from these files: only in the places and at the ports that were set apart for them, and
     * only if they could get anywhere. Without any server line each is an ensemble of its own, which is worth seeing.
     */
    static boolean mayBeStarted(History history) {
        return passes(filesNameTheirPlaces(history))
                && passes(myidTellsWho(history))
                && (passes(serverLinesAreOneList(history)) || namesNobody(history));
    }

    private static boolean passes(Verdict verdict) {
        return verdict instanceof Verdict.Pass;
    }

    private static boolean namesNobody(History history) {
        return Plan.SERVERS.stream()
                .allMatch(server -> configuration(history, server)
                        .map(ZooCfg::serverLines)
                        .orElse(Map.of())
                        .isEmpty());
    }

    static Optional<ZooCfg> configuration(History history, NodeId server) {
        return InstalledFiles.configuration(history, server).flatMap(ZooCfg::parse);
    }

    private static Optional<Verdict> unseen(History history) {
        return history.noted(InstalledFiles.LOOKED).isPresent()
                ? Optional.empty()
                : Optional.of(Verdict.unknown("nobody has looked at the files", AGAIN));
    }

    static Verdict filesNameTheirPlaces(History history) {
        return unseen(history)
                .orElseGet(() -> missing(history).orElseGet(() -> {
                    Plan plan = new Plan(history.given());
                    return Plan.SERVERS.stream()
                            .flatMap(server -> misplaced(history, plan, server).stream())
                            .findFirst()
                            .map(flaw -> InstalledFiles.at(history, flaw))
                            .orElseGet(() -> Verdict.pass("three files, each with its own folders and client port"));
                }));
    }

    private static Optional<Verdict> missing(History history) {
        List<String> missing = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (NodeId server : Plan.SERVERS) {
            if (InstalledFiles.configuration(history, server).isEmpty()) {
                missing.add(server + "/zoo.cfg");
                InstalledFiles.names(history, server).stream()
                        .filter(name -> !name.endsWith("/myid"))
                        .forEach(others::add);
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Verdict.fail(
                        "zk1/zoo.cfg, zk2/zoo.cfg and zk3/zoo.cfg below the folder of the table",
                        "not there: " + String.join(", ", missing)
                                + (others.isEmpty() ? "" : "; there is " + String.join(", ", others)),
                        "/start " + missing.get(0).substring(0, 3)));
    }

    private static Optional<Verdict> misplaced(History history, Plan plan, NodeId server) {
        Optional<ZooCfg> file = configuration(history, server);
        String name = server + "/zoo.cfg";
        if (file.isEmpty()) {
            return Optional.of(Verdict.fail(
                    name + " can be read as Java properties",
                    "it has a broken \\u escape: a backslash does not stand for itself here, use / in paths",
                    name));
        }
        if (file.get().value("dynamicConfigFile").isPresent()) {
            return Optional.of(Verdict.fail(
                    "the list of servers stands in " + name + " itself",
                    "dynamicConfigFile=" + file.get().value("dynamicConfigFile").orElse("")
                            + ": the list would be read from there",
                    name));
        }
        return misplaced(file.get(), "dataDir", plan.dataDir(server), name)
                .or(() -> file.get().value("dataLogDir").isEmpty()
                        ? Optional.empty()
                        : misplaced(file.get(), "dataLogDir", plan.dataLogDir(server), name))
                .or(() -> wrongDoor(file.get(), plan, server, name));
    }

    private static Optional<Verdict> misplaced(ZooCfg file, String key, String wanted, String name) {
        String written = file.value(key).orElse("");
        try {
            if (Path.of(written).normalize().equals(Path.of(wanted).normalize())) {
                return Optional.empty();
            }
            boolean relative = !written.isEmpty() && !Path.of(written).isAbsolute();
            return Optional.of(Verdict.fail(
                    key + " of " + name + " is …" + end(wanted),
                    written.isEmpty()
                            ? "the file does not say " + key
                            : key + "=" + shortened(written, wanted) + (relative ? why(written) : ""),
                    name));
        } catch (InvalidPathException e) {
            return Optional.of(Verdict.fail(
                    key + " of " + name + " is …" + end(wanted), key + "=" + written + " is no path", name));
        }
    }

    /** What both have in common from the root on says nothing. */
    private static String shortened(String written, String wanted) {
        String folder = wanted.substring(0, wanted.length() - end(wanted).length());
        return written.startsWith(folder + "/") ? "…" + written.substring(folder.length()) : written;
    }

    private static String why(String written) {
        return written.startsWith("$") || written.startsWith("~")
                ? ": a server does not replace " + written.charAt(0) + ", it takes the word as it stands"
                : ": not from the root on, so it would depend on where the server is started";
    }

    /** The end of the path is what differs from server to server. */
    private static String end(String path) {
        return path.substring(path.lastIndexOf('/', path.lastIndexOf('/') - 1));
    }

    private static Optional<Verdict> wrongDoor(ZooCfg file, Plan plan, NodeId server, String name) {
        int wanted = plan.doors(server).client();
        Optional<ServerLine.ClientDoor> door = file.clientDoor(server.number());
        String expected = "clients of " + server + " get in at " + Plan.HOST + ", port " + wanted;
        if (door.isEmpty()) {
            return Optional.of(Verdict.fail(
                    expected,
                    file.value("clientPort")
                            .map(port -> "clientPort=" + port + " is no port")
                            .orElse("the file says no clientPort"),
                    name));
        }
        if (door.get().port() != wanted) {
            return Optional.of(Verdict.fail(
                    expected,
                    "port " + door.get().port()
                            + owner(plan, door.get().port())
                                    .map(other -> ", which is " + other)
                                    .orElse(""),
                    name));
        }
        if (door.get().host().filter(InstallJudge::isLoopback).isEmpty()) {
            return Optional.of(Verdict.fail(
                    expected,
                    door.get()
                            .host()
                            .map(host -> "at " + host + ", port " + wanted)
                            .orElse("at every address of this machine: the file says no clientPortAddress"),
                    name));
        }
        return Optional.empty();
    }

    static boolean isLoopback(String host) {
        return host.equals(Plan.HOST) || host.equals("localhost");
    }

    /** Whose port of the table that is, in words. */
    static Optional<String> owner(Plan plan, int port) {
        Map<Integer, String> owners = new LinkedHashMap<>();
        for (NodeId server : Plan.SERVERS) {
            HandInstalled.Doors doors = plan.doors(server);
            owners.put(doors.client(), "the client port of " + server);
            owners.put(doors.quorum(), "the quorum port (C) of " + server);
            owners.put(doors.election(), "the election port (D) of " + server);
        }
        return Optional.ofNullable(owners.get(port));
    }

    static Verdict serverLinesAreOneList(History history) {
        return unseen(history).orElseGet(() -> {
            Plan plan = new Plan(history.given());
            return Plan.SERVERS.stream()
                    .flatMap(server -> InstalledLines.of(history, server).flaw(plan).stream())
                    .findFirst()
                    .map(flaw -> InstalledFiles.at(history, flaw))
                    .orElseGet(() -> Verdict.pass("server.1, server.2 and server.3 in each of the three files"));
        });
    }

    static Verdict myidTellsWho(History history) {
        return unseen(history)
                .orElseGet(() -> Plan.SERVERS.stream()
                        .flatMap(server -> wrongNumber(history, server).stream())
                        .findFirst()
                        .map(flaw -> InstalledFiles.at(history, flaw))
                        .orElseGet(() -> Verdict.pass("1, 2 and 3 in the data folders of zk1, zk2 and zk3")));
    }

    private static Optional<Verdict> wrongNumber(History history, NodeId server) {
        String place = server + "/" + HandInstalled.DATA + "/myid";
        Optional<String> content = InstalledFiles.content(history, place);
        String expected = place + " holds " + server.number();
        if (content.isEmpty()) {
            List<String> elsewhere = InstalledFiles.names(history, server).stream()
                    .filter(name -> name.toLowerCase(Locale.ROOT).contains("myid"))
                    .toList();
            return Optional.of(Verdict.fail(
                    expected,
                    "there is no such file"
                            + (elsewhere.isEmpty()
                                    ? ": " + server + " would not know which server line is its own"
                                    : "; there is " + String.join(", ", elsewhere)
                                            + ", but a server looks for myid in its dataDir"),
                    place));
        }
        String line = content.get().lines().findFirst().orElse("");
        if (isRead(line, server.number())) {
            return Optional.empty();
        }
        return Optional.of(Verdict.fail(expected, "it holds " + Typed.visible(line) + meaning(line, server), place));
    }

    /** As QuorumPeerConfig reads it, by Long.parseLong: 01 is 1, and a blank is no digit. */
    private static boolean isRead(String line, int number) {
        try {
            return Long.parseLong(line) == number;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static String meaning(String line, NodeId server) {
        if (line.strip().equals(String.valueOf(server.number()))) {
            return ": the first line is read as it is, with its blanks";
        }
        return line.matches("[1-3]")
                ? ": " + server + " would take itself for server " + line + ", and listen at that one's ports"
                : "";
    }
}
