package quorumbook.labs.zookeeper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quorumbook.labs.Verdict;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.observe.Observation;
import quorumbook.labs.observe.ServerSight;

/** Judges a first start: nothing on the disks, one server after the other, each outcome foretold. */
final class FirstStartJudge {
    private static final String AGAIN = "/check again in a moment";
    private static final String FRESH = "/reset brings five empty servers";
    private static final int MAJORITY = FirstStart.SERVERS / 2 + 1;

    private FirstStartJudge() {}

    static Verdict serversBeganEmpty(History history) {
        List<NodeId> started =
                FirstSteps.of(history).starts().stream().distinct().toList();
        if (started.isEmpty()) {
            return Verdict.fail("servers that are started with nothing on their disks", "none is started", "/cluster");
        }
        Votes votes = Votes.of(history);
        for (NodeId server : started) {
            Optional<Event.Voted> first = votes.first(server);
            if (first.isEmpty()) {
                return Verdict.unknown(server + " has written nothing of a vote in its server log yet", AGAIN);
            }
            // Whoever has a transaction has the epoch in which it was made.
            if (first.get().epoch() != 0) {
                return Verdict.fail(
                                "a first vote with epoch 0 and zxid 0x0 from each server",
                                server + " came with epoch " + first.get().epoch() + " and zxid "
                                        + first.get().zxid() + ": it kept them from an earlier run. " + FRESH,
                                "/logs " + server + " 100")
                        .at(history, first.get());
            }
        }
        return Verdict.pass("first votes (epoch, zxid, server): "
                + Votes.words(started.stream()
                        .flatMap(server -> votes.first(server).stream())
                        .toList()));
    }

    static Verdict startedInOrder(History history) {
        FirstSteps steps = FirstSteps.of(history);
        List<NodeId> starts = steps.starts();
        if (starts.isEmpty()) {
            return Verdict.fail(order(FirstStart.SERVERS), "no server is started", "/start zk1");
        }
        if (steps.interference().isPresent()) {
            Proof done = steps.interference().get().proof();
            return Verdict.fail(
                            order(FirstStart.SERVERS) + ", and nothing else done to them",
                            done.node() + " was " + done.verb() + ". " + FRESH,
                            "/cluster")
                    .at(history, steps.interference().get());
        }
        return starts.equals(inOrder(starts.size()))
                ? Verdict.pass("started: " + names(starts))
                : Verdict.fail(order(FirstStart.SERVERS), names(starts) + ". " + FRESH, "/cluster")
                        .atLast(history, Event.Done.class);
    }

    private static List<NodeId> inOrder(int servers) {
        return IntStream.rangeClosed(1, servers).mapToObj(NodeId::zk).toList();
    }

    private static String order(int servers) {
        return names(inOrder(servers)) + " started in this order";
    }

    private static String names(List<NodeId> servers) {
        return servers.stream().map(NodeId::toString).collect(Collectors.joining(", "));
    }

    static Verdict answersWereSealedInTime(History history) {
        FirstSteps steps = FirstSteps.of(history);
        for (int number = 1; number <= FirstStart.SERVERS; number++) {
            String question = FirstStart.after(number);
            Optional<Event.Predicted> sealed = steps.sealed(question, number - 1);
            if (sealed.isEmpty()) {
                return Verdict.fail(
                        "an answer to " + question + " sealed "
                                + (number == 1 ? "" : "once zk" + (number - 1) + " is started and ")
                                + "before zk" + number + " is",
                        steps.isAnswered(question) ? "it was sealed at another time. " + FRESH : "no answer yet",
                        "/predict " + question + " <server or none>");
            }
            if (!settled(sealed.get().situation())) {
                return Verdict.unknown(
                        "the servers had not settled when the answer to " + question + " was sealed",
                        FRESH + "; a machine that is less busy helps");
            }
        }
        return Verdict.pass("five answers, each before its start");
    }

    private static boolean settled(Map<String, String> situation) {
        return Boolean.parseBoolean(situation.getOrDefault(EnsembleLook.SETTLED, ""));
    }

    static Verdict twoAreNoMajority(History history) {
        return foretold(history, 1, 2);
    }

    static Verdict thirdStartDecides(History history) {
        return foretold(history, MAJORITY, MAJORITY);
    }

    static Verdict laterOnesFollow(History history) {
        return foretold(history, MAJORITY + 1, FirstStart.SERVERS);
    }

    private static Verdict foretold(History history, int first, int last) {
        FirstSteps steps = FirstSteps.of(history);
        StringBuilder right = new StringBuilder();
        for (int number = first; number <= last; number++) {
            String question = FirstStart.after(number);
            Optional<Event.Predicted> sealed = steps.sealed(question, number - 1);
            Optional<LeaderAnswer> seen = seen(history, steps, number);
            if (sealed.isEmpty() || seen.isEmpty()) {
                return new Verdict.Skipped("judged once " + question
                        + (number < FirstStart.SERVERS
                                ? " and " + FirstStart.after(number + 1) + " are sealed in time"
                                : " is sealed in time and zk" + number + " started"));
            }
            Optional<LeaderAnswer> answer = LeaderAnswer.parse(sealed.get().answer());
            if (answer.isEmpty()) {
                return Verdict.fail(
                                "a server such as zk1, or none",
                                Typed.visible(sealed.get().answer()),
                                "/predict " + question + " none")
                        .at(history, sealed.get());
            }
            if (!answer.equals(seen)) {
                return wrong(history, number, answer.get(), seen.get()).at(history, sealed.get());
            }
            right.append(right.isEmpty() ? "" : "; ")
                    .append(question)
                    .append(": ")
                    .append(seen.get());
        }
        return Verdict.pass(right.toString());
    }

    private static Verdict wrong(History history, int number, LeaderAnswer answer, LeaderAnswer seen) {
        return unlessDisturbed(
                history,
                Verdict.fail(
                        "what you foretold for " + FirstStart.after(number) + ": " + leads(answer),
                        leads(seen) + ": " + why(history, number),
                        "/logs zk" + number + " 100"));
    }

    /** What servers do by themselves is not the learner's fault. */
    private static Verdict unlessDisturbed(History history, Verdict fail) {
        Votes votes = Votes.of(history);
        Optional<NodeId> dead = history.last(Event.Observed.class).stream()
                .flatMap(seen -> seen.observation().servers().stream())
                .filter(server -> server.condition() == Condition.DIED)
                .map(ServerSight::node)
                .findFirst();
        if (dead.isPresent()) {
            return Verdict.unknown(dead.get() + " ended although nobody asked it to", FRESH);
        }
        return votes.reigns().size() > 1
                ? Verdict.unknown(
                        "the servers elected again by themselves: " + votes.reignsInWords(),
                        FRESH + "; a machine that is less busy helps")
                : fail;
    }

    private static String leads(LeaderAnswer answer) {
        return answer + " leads";
    }

    private static String why(History history, int number) {
        Votes votes = Votes.of(history);
        if (number < MAJORITY) {
            return number + " of " + FirstStart.SERVERS + " can give " + number + (number == 1 ? " vote" : " votes")
                    + ", and a majority is " + MAJORITY;
        }
        if (number == MAJORITY) {
            return "they came with (epoch, zxid, server) "
                    + Votes.words(inOrder(number).stream()
                            .flatMap(server -> votes.first(server).stream())
                            .toList())
                    + "; epochs and zxids are equal, so the highest number won";
        }
        return votes.first(NodeId.zk(number)).map(Votes::words).orElse("zk" + number)
                + " found a leader that a majority follows, and joined it";
    }

    /** Who led once so many servers were started: as the answer behind it remembers, or as we see it now. */
    private static Optional<LeaderAnswer> seen(History history, FirstSteps steps, int started) {
        if (started < FirstStart.SERVERS) {
            return steps.sealed(FirstStart.after(started + 1), started)
                    .map(Event.Predicted::situation)
                    .filter(FirstStartJudge::settled)
                    .map(FirstStartJudge::leader);
        }
        return steps.starts().size() < started ? Optional.empty() : now(history).map(FirstStartJudge::leader);
    }

    private static LeaderAnswer leader(Map<String, String> situation) {
        return new LeaderAnswer(situation.entrySet().stream()
                .filter(server -> server.getValue().equals("leader"))
                .flatMap(server -> NodeId.parse(server.getKey()).stream())
                .findFirst());
    }

    /** What each server does now, in a word; empty if they have not settled. */
    private static Optional<Map<String, String>> now(History history) {
        boolean settled =
                history.noted(EnsembleLook.SETTLED).map(Boolean::parseBoolean).orElse(false);
        Optional<Observation> last = history.last(Event.Observed.class).map(Event.Observed::observation);
        return last.filter(seen -> settled)
                .map(seen -> seen.servers().stream()
                        .collect(Collectors.toMap(server -> server.node().toString(), EnsembleLook::word)));
    }

    static Verdict thirdServerLeadsAll(History history) {
        Optional<Map<String, String>> now = now(history);
        if (now.isEmpty()) {
            return Verdict.unknown("the servers have not settled", AGAIN);
        }
        String actual = inOrder(FirstStart.SERVERS).stream()
                .map(server -> server + " " + now.get().getOrDefault(server.toString(), "unseen"))
                .collect(Collectors.joining(", "));
        String expected = "zk1 follower, zk2 follower, zk3 leader, zk4 follower, zk5 follower";
        return actual.equals(expected)
                ? Verdict.pass(actual)
                : unlessDisturbed(
                        history, Verdict.fail(expected, actual, "/cluster").atLast(history, Event.Observed.class));
    }
}
