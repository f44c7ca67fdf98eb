package quorumbook.labs.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import quorumbook.labs.Verdict;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/** Judges how the controller changed: who was killed, who took over and why, what a deletion by hand did. */
final class ControllerJudge {
    private static final String AGAIN = "/check again in a moment";
    private static final String FRESH = "/reset brings fresh servers";
    private static final String SEE = "zk get -s /controller";

    private ControllerJudge() {}

    /** A fail becomes unknown if a broker lost its session by itself, or if our watches have a gap. */
    static Verdict unlessDisturbed(History history, Verdict verdict) {
        if (!(verdict instanceof Verdict.Fail)) {
            return verdict;
        }
        Reigns reigns = Reigns.of(history);
        Optional<Reign> collapsed = reigns.collapsed();
        if (collapsed.isPresent()) {
            return Verdict.unknown(
                    "the session of " + words(collapsed.get().broker()) + " ended although nobody asked it to",
                    FRESH + "; a machine that is less busy helps");
        }
        List<Reign> over = reigns.all().subList(0, Math.max(0, reigns.all().size() - 1));
        return over.stream().anyMatch(reign -> reign.end().isEmpty())
                ? Verdict.unknown("nobody saw how one controller ended: our client was looking for a server", FRESH)
                : verdict;
    }

    private static String words(OptionalInt broker) {
        return "kafka" + broker.orElseThrow();
    }

    static Verdict controllerWasKilled(History history) {
        Reigns reigns = Reigns.of(history);
        if (reigns.all().isEmpty()) {
            return Verdict.unknown("nobody has seen a controller", AGAIN);
        }
        Optional<Succession> succession = Succession.of(history);
        if (succession.isPresent()) {
            return Verdict.pass("kafka" + succession.get().broker() + " was the controller, and was killed");
        }
        Verdict instead = Verdict.fail("the broker that /controller names is killed", instead(history, reigns), SEE)
                .atLast(history, Event.Done.class);
        // Where no broker was killed at all, it does not matter who was the controller when.
        boolean anyBroker = history.all(Event.Done.class).stream()
                .map(Event.Done::proof)
                .anyMatch(proof -> proof.verb().equals("killed") && proof.node().kind() == NodeId.Kind.KAFKA);
        return anyBroker ? unlessDisturbed(history, instead) : instead;
    }

    private static String instead(History history, Reigns reigns) {
        Optional<Proof> last = history.last(Event.Done.class).map(Event.Done::proof);
        if (last.isEmpty()) {
            return "nothing was done to any server";
        }
        Proof proof = last.get();
        String done = proof.node() + " was " + proof.verb();
        if (proof.node().kind() == NodeId.Kind.ZK) {
            return done + ": a server of ZooKeeper; the controller is a broker";
        }
        boolean reigned =
                reigns.all().stream().anyMatch(reign -> reign.isBy(proof.node().number()));
        return reigned && !proof.verb().equals("killed")
                ? done + ": it could say goodbye, or may come back"
                : done + ", which was not the controller then";
    }

    static Verdict anotherTookOver(History history) {
        Optional<Succession> found = Succession.of(history);
        if (found.isEmpty()) {
            return unjudged();
        }
        Succession succession = found.get();
        String dead = "kafka" + succession.broker();
        String expected = "/controller goes with the session of " + dead + ", and another broker creates it";
        if (succession.ended().wasRemovedEarlier()) {
            return Verdict.fail(
                            expected,
                            "somebody deleted it while the session of " + dead + " had not ended yet",
                            "zk stat /controller")
                    .at(history, ended(history, succession.ended()));
        }
        Optional<Reign> successor = succession.successor();
        if (successor.isEmpty() || succession.ended().end().isEmpty()) {
            return Verdict.unknown("no other controller has come yet", AGAIN);
        }
        if (successor.get().broker().isEmpty()) {
            return Verdict.fail(expected, "it was created by a session that is no broker's", "zk stat /controller")
                    .at(history, begun(history, successor.get()));
        }
        return grown(history, succession.ended(), successor.get())
                .orElseGet(() -> Verdict.pass(words(successor.get().broker()) + " created /controller "
                        + seconds(succession.history().events().get(succession.killed()), successor.get())
                        + " after the kill of " + dead + ", epoch " + number(successor.get())));
    }

    /** What is wrong with the epoch of the second, if anything. */
    private static Optional<Verdict> grown(History history, Reign before, Reign after) {
        if (before.epoch().isEmpty() || after.epoch().isEmpty()) {
            return Optional.of(Verdict.unknown("nobody has seen the epoch of a controller", FRESH));
        }
        return after.epoch().getAsLong() == before.epoch().getAsLong() + 1
                ? Optional.empty()
                : Optional.of(Verdict.fail(
                                "/controller_epoch grows from " + number(before) + " by one",
                                "it holds " + number(after),
                                "zk get -s /controller_epoch")
                        .at(history, begun(history, after)));
    }

    private static Event begun(History history, Reign reign) {
        return history.events().get(reign.firstSeen());
    }

    private static Event ended(History history, Reign reign) {
        return history.events().get(reign.end().map(Reign.End::index).orElse(reign.firstSeen()));
    }

    private static String number(Reign reign) {
        return Long.toString(reign.epoch().orElseThrow());
    }

    private static String seconds(Event from, Reign to) {
        Duration between = Duration.between(from.at(), to.at());
        return String.format(Locale.ROOT, "%.1f s", between.toMillis() / 1000.0);
    }

    static Verdict deletedByHand(History history) {
        Optional<Succession> found = Succession.of(history);
        Optional<Reign> deleted = found.flatMap(Succession::deleted);
        Optional<Reign> after = found.flatMap(Succession::afterDeletion);
        if (found.isEmpty()) {
            return unjudged();
        }
        if (after.isEmpty()) {
            return Verdict.fail(
                            "after the kill somebody deletes /controller while its broker lives, and a controller comes back",
                            untouched(found.get()),
                            "zk get -s /controller")
                    .at(
                            history,
                            found.get().reigns().last().map(last -> begun(history, last)).stream()
                                    .toArray(Event[]::new));
        }
        if (after.get().broker().isEmpty()) {
            return Verdict.fail(
                            "a broker creates /controller again",
                            "a session that is no broker's did",
                            "zk stat /controller")
                    .at(history, begun(history, after.get()));
        }
        return grown(history, deleted.orElseThrow(), after.get())
                .orElseGet(() -> Verdict.pass(words(after.get().broker()) + " created /controller again after that of "
                        + words(deleted.get().broker()) + " was deleted, epoch " + number(after.get())));
    }

    private static String untouched(Succession succession) {
        Reign last = succession.reigns().last().orElseThrow();
        if (last.wasSet()) {
            return "it was set, not deleted: the same owner, the same epoch, and nobody was elected";
        }
        boolean crashedAgain =
                last.begun() > succession.successor().map(Reign::begun).orElse(Long.MAX_VALUE);
        return crashedAgain
                ? "it went when its broker did, or was deleted after that"
                : "it is still the one that was created after the kill";
    }

    static Verdict controllerIsARealOne(History history) {
        if (Sights.of(history.events()).last(ControllerLook.CONTROLLER).isEmpty()) {
            return Verdict.unknown("there is no /controller", AGAIN);
        }
        Reign last = Reigns.of(history).last().orElseThrow();
        if (last.wasSet()) {
            return Verdict.fail(
                            "/controller as the broker wrote it that created it",
                            "it was set since: a broker that reads there that it is no controller any more gives up, and nobody "
                                    + "else comes while the znode is there",
                            "zk get -s /controller")
                    .at(history, begun(history, last));
        }
        return last.broker().isPresent()
                ? Verdict.pass(words(last.broker()) + " owns /controller, and wrote it once")
                : Verdict.fail(
                                "/controller belongs to the session of a broker",
                                "no broker's session owns it",
                                "zk stat /controller")
                        .at(history, begun(history, last));
    }

    static Verdict answersWereSealedInTime(History history) {
        Optional<Succession> succession = Succession.of(history);
        for (String question : List.of(
                ControllerElection.RULE,
                ControllerElection.WAIT_AFTER_KILL,
                ControllerElection.WAIT_AFTER_DELETE,
                ControllerElection.EPOCH,
                ControllerElection.NEW_LEADER)) {
            boolean answered = history.prediction(question).isPresent();
            boolean inTime =
                    succession.map(each -> each.sealed(question).isPresent()).orElse(answered);
            if (!inTime) {
                return Verdict.fail(
                                "an answer to " + question + " sealed before the controller is killed",
                                answered ? "it was sealed after that. " + FRESH : "no answer yet",
                                "/predict " + question + " <answer>")
                        .atAnswer(history, question);
            }
        }
        return Verdict.pass("five answers, sealed before the kill");
    }

    static Verdict youKnowWhoIsNext(History history) {
        Optional<Succession> found = Succession.of(history);
        Optional<Event.Predicted> sealed = found.flatMap(each -> each.sealed(ControllerElection.RULE));
        if (sealed.isEmpty()) {
            return unanswered(ControllerElection.RULE);
        }
        return ControllerForecast.rule(sealed.get().answer()).at(history, sealed.get());
    }

    static Verdict youForetoldTheWaits(History history) {
        Optional<Succession> found = Succession.of(history);
        Optional<Event.Predicted> kill = found.flatMap(each -> each.sealed(ControllerElection.WAIT_AFTER_KILL));
        Optional<Event.Predicted> deletion = found.flatMap(each -> each.sealed(ControllerElection.WAIT_AFTER_DELETE));
        if (kill.isEmpty()) {
            return unanswered(ControllerElection.WAIT_AFTER_KILL);
        }
        return deletion.isEmpty()
                ? unanswered(ControllerElection.WAIT_AFTER_DELETE)
                : ControllerForecast.waits(kill.get().answer(), deletion.get().answer())
                        .at(history, kill.get(), deletion.get());
    }

    static Verdict youForetoldTheEpoch(History history) {
        Optional<Succession> found = Succession.of(history);
        Optional<Event.Predicted> sealed = found.flatMap(each -> each.sealed(ControllerElection.EPOCH));
        if (sealed.isEmpty()) {
            return unanswered(ControllerElection.EPOCH);
        }
        return ControllerForecast.epoch(sealed.get().answer(), found.orElseThrow())
                .at(history, sealed.get());
    }

    static Verdict youForetoldTheLeader(History history) {
        Optional<Succession> found = Succession.of(history);
        Optional<Event.Predicted> sealed = found.flatMap(each -> each.sealed(ControllerElection.NEW_LEADER));
        if (sealed.isEmpty()) {
            return unanswered(ControllerElection.NEW_LEADER);
        }
        return ControllerForecast.leader(sealed.get().answer(), found.orElseThrow())
                .at(history, sealed.get());
    }

    private static Verdict unjudged() {
        return Verdict.unknown("nobody has seen a controller being killed", AGAIN);
    }

    private static Verdict unanswered(String question) {
        return new Verdict.Skipped("judged once " + question + " is answered in time");
    }
}
