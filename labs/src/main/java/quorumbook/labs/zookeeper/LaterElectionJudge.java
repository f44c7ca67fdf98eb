package quorumbook.labs.zookeeper;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quorumbook.labs.Verdict;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Znode;
import quorumbook.labs.observe.Observation;
import quorumbook.labs.observe.Role;
import quorumbook.labs.observe.ServerSight;

/** Judges a later election: with what each server came, who won, whether that was foretold and for the right reason. */
final class LaterElectionJudge {
    private static final String AGAIN = "/check again in a moment";
    private static final String FRESH = "/reset brings five empty servers";
    private static final List<NodeId> ALL =
            IntStream.rangeClosed(1, 5).mapToObj(NodeId::zk).toList();
    private static final NodeId FIRST = ALL.get(0);
    private static final NodeId SECOND = ALL.get(1);
    private static final NodeId THIRD = ALL.get(2);
    private static final NodeId FOURTH = ALL.get(3);
    private static final NodeId FIFTH = ALL.get(4);

    private LaterElectionJudge() {}

    /** A fail becomes unknown if a server died, or lost its leader, without the learner's doing. */
    static Verdict unlessDisturbed(History history, Verdict verdict) {
        if (!(verdict instanceof Verdict.Fail)) {
            return verdict;
        }
        Optional<NodeId> dead = history.last(Event.Observed.class).stream()
                .flatMap(seen -> seen.observation().servers().stream())
                .filter(server -> server.condition() == Condition.DIED)
                .map(ServerSight::node)
                .findFirst();
        if (dead.isPresent()) {
            return Verdict.unknown(dead.get() + " ended although nobody asked it to", FRESH);
        }
        LaterSteps steps = LaterSteps.of(history);
        Votes votes = Votes.of(history);
        return steps.areThoseOfTheLesson() && votes.reigns().size() > steps.reigns()
                ? Verdict.unknown(
                        "the servers elected again by themselves: " + votes.reignsInWords(),
                        FRESH + "; a machine that is less busy helps")
                : verdict;
    }

    static Verdict thirdServerLedBefore(History history) {
        OptionalLong epoch = Standing.thirdEpoch(history);
        Votes votes = Votes.of(history);
        boolean led = epoch.isPresent()
                && votes.reigns().stream()
                        .anyMatch(reign -> reign.server().equals(THIRD) && reign.epoch() == epoch.getAsLong());
        return led
                ? Verdict.pass("zk3 led in epoch " + epoch.getAsLong())
                : Verdict.fail("zk3 leads when it fails", votes.reignsInWords(), "/cluster")
                        .atLast(history, Event.Led.class);
    }

    static Verdict twoMissedOneTransaction(History history) {
        if (!hasSettled(history)) {
            return unsettled();
        }
        Map<NodeId, Standing> standings = Standing.all(history);
        boolean right = standings.size() == ALL.size()
                && ALL.stream()
                        .allMatch(server ->
                                lag(standing(standings, server), standing(standings, FIRST)) == dueLag(server));
        return right
                ? Verdict.pass(inWords(standings))
                : Verdict.fail(
                                "zk1, zk2 and zk3 with the same last zxid, zk4 and zk5 with the one before it, all in one epoch",
                                inWords(standings) + conclusion(standings),
                                "/cluster")
                        .atLast(history, Event.Observed.class);
    }

    private static String conclusion(Map<NodeId, Standing> standings) {
        boolean equal = standings.size() == ALL.size()
                && ALL.stream().allMatch(server -> lag(standing(standings, server), standing(standings, FIRST)) == 0);
        return equal ? ": nobody has missed anything" : "";
    }

    private static Standing standing(Map<NodeId, Standing> standings, NodeId server) {
        return Objects.requireNonNull(standings.get(server));
    }

    private static long dueLag(NodeId server) {
        return server.equals(FOURTH) || server.equals(FIFTH) ? 1 : 0;
    }

    /** How many transactions of the same epoch it lacks; -1 if they cannot be compared so. */
    private static long lag(Standing standing, Standing best) {
        boolean comparable = standing.epoch() == best.epoch()
                && standing.zxid().epoch() == best.zxid().epoch();
        return comparable ? Math.max(-1, best.zxid().bits() - standing.zxid().bits()) : -1;
    }

    private static String inWords(Map<NodeId, Standing> standings) {
        Optional<Standing> best = Optional.ofNullable(standings.get(FIRST));
        return "(epoch, zxid, server) "
                + ALL.stream()
                        .map(server -> standings.containsKey(server)
                                ? standing(standings, server).words() + lagInWords(standings.get(server), best)
                                : server + " nothing")
                        .collect(Collectors.joining(", "));
    }

    private static String lagInWords(Standing standing, Optional<Standing> best) {
        long lag = best.map(first -> lag(standing, first)).orElse(0L);
        return lag == 0 ? "" : lag > 0 ? " " + lag + " behind" : " not of the same history as zk1";
    }

    static Verdict thirdAndFifthAreDown(History history) {
        Optional<Observation> seen = history.last(Event.Observed.class).map(Event.Observed::observation);
        if (seen.isEmpty()) {
            return unsettled();
        }
        List<ServerSight> up = List.of(THIRD, FIFTH).stream()
                .flatMap(server -> seen.get().of(server).stream())
                .filter(sight -> sight.role() != Role.DOWN)
                .toList();
        return up.isEmpty()
                ? Verdict.pass("zk3 and zk5 do not run")
                : Verdict.fail(
                                "zk3 and zk5 do not run",
                                up.stream()
                                        .map(sight -> sight.node() + " is there: " + EnsembleLook.word(sight))
                                        .collect(Collectors.joining(", ")),
                                "/cluster")
                        .atLast(history, Event.Observed.class);
    }

    static Verdict secondServerLeads(History history) {
        Optional<Observation> seen = history.last(Event.Observed.class).map(Event.Observed::observation);
        OptionalLong before = Standing.thirdEpoch(history);
        if (seen.isEmpty() || before.isEmpty() || !hasSettled(history)) {
            return unsettled();
        }
        String expected = "zk1 follower, zk2 leader, zk4 follower";
        String actual = List.of(FIRST, SECOND, FOURTH).stream()
                .map(server -> server + " "
                        + seen.get().of(server).map(EnsembleLook::word).orElse("unseen"))
                .collect(Collectors.joining(", "));
        if (!actual.equals(expected)) {
            return Verdict.fail(expected, actual, "/cluster").atLast(history, Event.Observed.class);
        }
        long due = before.getAsLong() + 1;
        Optional<String> epoch = history.noted(EnsembleLook.epochOf(SECOND));
        return epoch.equals(Optional.of(Long.toString(due)))
                ? Verdict.pass(actual + ", in epoch " + due)
                : Verdict.unknown(
                        "zk2 leads in epoch " + epoch.orElse("?") + ", not in " + due
                                + ": the servers needed more than one election",
                        FRESH);
    }

    static Verdict lastWriteSurvived(History history) {
        String ledger = history.given().value("ledger");
        String news = history.given().value("news");
        Optional<Event.TreeSeen> tree = history.last(Event.TreeSeen.class);
        Optional<Standing> last = Optional.ofNullable(Standing.all(history).get(FIRST));
        if (tree.isEmpty() || last.isEmpty()) {
            return Verdict.unknown("nobody asked zk4 for " + ledger, AGAIN);
        }
        Optional<Znode> znode = tree.get().znodes().stream()
                .filter(each -> each.path().equals(ledger))
                .findFirst();
        boolean survived = znode.isPresent()
                && znode.get().data().equals(news)
                && znode.get().mzxid() == last.get().zxid().bits();
        return survived
                ? Verdict.pass("zk4 has " + news + " at " + ledger + ", written by "
                        + last.get().zxid())
                : Verdict.fail(
                                ledger + " on zk4 holds " + news + ", written by transaction "
                                        + last.get().zxid() + ", the last one before zk3 failed",
                                znode.map(each -> "it holds " + Typed.visible(each.data()) + ", written by 0x"
                                                + Long.toHexString(each.mzxid()))
                                        .orElse("it is not there"),
                                "zk get -s " + ledger)
                        .at(history, tree.get());
    }

    static Verdict answersWereSealedInTime(History history) {
        LaterSteps steps = LaterSteps.of(history);
        for (String question :
                List.of(LaterElection.NEXT_LEADER, LaterElection.TWO_OR_FOUR, LaterElection.ONE_OR_TWO)) {
            if (steps.sealedInTime(question).isEmpty()) {
                return Verdict.fail(
                                "an answer to " + question + " sealed before a server is started after zk3 has failed",
                                steps.isAnswered(question) ? "it was sealed after that. " + FRESH : "no answer yet",
                                "/predict " + question + " <answer>")
                        .atAnswer(history, question);
            }
        }
        return Verdict.pass("three answers, sealed before the vote");
    }

    static Verdict youForetoldTheLeader(History history) {
        Optional<Event.Predicted> sealed = LaterSteps.of(history).sealedInTime(LaterElection.NEXT_LEADER);
        if (sealed.isEmpty()) {
            return unanswered(LaterElection.NEXT_LEADER);
        }
        Optional<LeaderAnswer> answer = LeaderAnswer.parse(sealed.get().answer());
        if (answer.isEmpty()) {
            return Verdict.fail(
                            "a server such as zk1, or none",
                            Typed.visible(sealed.get().answer()),
                            "/predict " + LaterElection.NEXT_LEADER + " zk1")
                    .at(history, sealed.get());
        }
        Map<NodeId, Standing> standings = Standing.all(history);
        return answer.get().leader().equals(Optional.of(SECOND))
                ? Verdict.pass("foretold zk2, and zk2 leads")
                : Verdict.fail(
                                "what you foretold: " + answer.get()
                                        + (answer.get().leader().isPresent() ? " leads" : " leads then"),
                                "zk2 leads: they came with (epoch, zxid, server) "
                                        + List.of(FIRST, SECOND, FOURTH).stream()
                                                .map(server -> standing(standings, server)
                                                        .words())
                                                .collect(Collectors.joining(", ")),
                                "/logs zk4 100")
                        .at(history, sealed.get());
    }

    static Verdict youKnowWhyNotTheFourth(History history) {
        return decides(history, LaterElection.TWO_OR_FOUR, SECOND, FOURTH);
    }

    static Verdict youKnowWhyNotTheFirst(History history) {
        return decides(history, LaterElection.ONE_OR_TWO, FIRST, SECOND);
    }

    private static Verdict decides(History history, String question, NodeId one, NodeId other) {
        Optional<Event.Predicted> sealed = LaterSteps.of(history).sealedInTime(question);
        if (sealed.isEmpty()) {
            return unanswered(question);
        }
        Optional<Decider> answer = Decider.parse(sealed.get().answer());
        if (answer.isEmpty()) {
            return Verdict.fail(
                            "epoch, zxid or sid",
                            Typed.visible(sealed.get().answer()),
                            "/predict " + question + " epoch")
                    .at(history, sealed.get());
        }
        Map<NodeId, Standing> standings = Standing.all(history);
        Standing left = standing(standings, one);
        Standing right = standing(standings, other);
        Decider decider = Decider.between(left, right);
        return answer.get() == decider
                ? Verdict.pass(decider.word() + ": " + left.words() + " against " + right.words())
                : Verdict.fail(
                                "your answer, " + answer.get().word() + ", decides between " + one + " and " + other,
                                left.words() + " against " + right.words() + ", as (epoch, zxid, server): "
                                        + decided(decider),
                                "/logs zk4 100")
                        .at(history, sealed.get());
    }

    private static String decided(Decider decider) {
        return switch (decider) {
            case EPOCH -> "the epochs differ, nothing else is asked";
            case ZXID -> "the epochs are equal, the zxids differ";
            case SID -> "epochs and zxids are equal, the numbers differ";
        };
    }

    private static Verdict unanswered(String question) {
        return new Verdict.Skipped("judged once " + question + " is answered in time");
    }

    private static boolean hasSettled(History history) {
        return history.noted(EnsembleLook.SETTLED).map(Boolean::parseBoolean).orElse(false);
    }

    private static Verdict unsettled() {
        return Verdict.unknown("the servers have not settled", AGAIN);
    }
}
