package quorumbook.repl.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.observe.Observation;
import quorumbook.labs.observe.Role;
import quorumbook.labs.observe.ServerSight;

/** Tells what is done to servers, what they say of themselves, and how they vote. */
final class Servers {
    private static final Duration ONE_LOOK = Duration.ofMillis(500);

    private final Stretches stretches;
    private final Map<NodeId, Role> roles = new HashMap<>();
    private final Map<NodeId, Proof> proofs = new HashMap<>();

    Servers(Stretches stretches) {
        this.stretches = stretches;
    }

    Optional<List<Mark>> marks(Event event) {
        if (event instanceof Event.Done done) {
            return Optional.of(List.of(done(done.proof())));
        }
        if (event instanceof Event.Observed observed) {
            return Optional.of(observed(observed.observation()));
        }
        if (event instanceof Event.Voted voted) {
            return Optional.of(List.of(voted(voted)));
        }
        return event instanceof Event.Led led ? Optional.of(List.of(led(led))) : Optional.empty();
    }

    private Mark done(Proof proof) {
        follow(proof);
        Sign sign = sign(proof.verb());
        return Mark.of(
                Lane.of(proof.node()), sign, proof.node() + " " + proof.verb() + Telling.evidence(List.of(proof)));
    }

    private static Sign sign(String verb) {
        return switch (verb) {
            case "started", "restarted", "resumed", "rejoined" -> Sign.STARTS;
            case "stopped", "killed" -> Sign.DOWN;
            case "paused" -> Sign.PAUSED;
            case "isolated" -> Sign.ISOLATED;
            default -> verb.startsWith("cut off") ? Sign.ISOLATED : Sign.SEEN;
        };
    }

    /** What a verb does to a server. */
    void follow(Proof proof) {
        Lane lane = Lane.of(proof.node());
        proofs.put(proof.node(), proof);
        switch (proof.verb()) {
            case "started", "restarted", "resumed", "rejoined" -> become(proof.node(), State.RUNS);
            case "stopped", "killed" -> become(proof.node(), State.DOWN);
            case "paused" -> become(proof.node(), State.PAUSED);
            case "isolated" -> become(proof.node(), State.ISOLATED);
            default -> stretches.touch(lane);
        }
    }

    private void become(NodeId server, State state) {
        roles.remove(server);
        stretches.begin(Lane.of(server), state);
    }

    private Mark voted(Event.Voted vote) {
        Lane lane = Lane.of(vote.server());
        if (stretches.state(lane).orElse(State.RUNS) != State.ISOLATED) {
            stretches.begin(lane, State.LOOKS);
        }
        roles.put(vote.server(), Role.LOOKING);
        return Mark.vote(
                lane,
                vote.leader(),
                vote.server() + " votes for zk" + vote.leader() + ": epoch " + vote.epoch() + ", zxid " + vote.zxid()
                        + ", round " + vote.round());
    }

    private Mark led(Event.Led led) {
        Lane lane = Lane.of(led.server());
        boolean controller = led.office().equals("controller");
        if (controller) {
            succeed(led.server());
        }
        boolean server = controller || led.office().equals("ensemble");
        if (server) {
            roles.put(led.server(), led.office().equals("ensemble") ? Role.LEADER : Role.ACTIVE_CONTROLLER);
            if (stretches.state(lane).orElse(State.RUNS) != State.ISOLATED) {
                stretches.begin(lane, State.LEADS);
            }
        }
        String what = led.office().equals("ensemble") ? "" : " " + led.office();
        return Mark.of(
                lane,
                Sign.LEADS,
                led.server()
                        + (controller
                                ? " is the active controller, controller epoch " + led.epoch()
                                : " leads" + what + " in epoch " + led.epoch()));
    }

    /** Whoever was the controller is a plain one from now on, unless something worse is known of it. */
    private void succeed(NodeId next) {
        for (Map.Entry<NodeId, Role> known : roles.entrySet()) {
            Lane lane = Lane.of(known.getKey());
            if (known.getValue() == Role.ACTIVE_CONTROLLER && !known.getKey().equals(next)) {
                known.setValue(known.getKey().kind() == NodeId.Kind.CONTROLLER ? Role.CONTROLLER : Role.BROKER);
                if (stretches.state(lane).filter(State.LEADS::equals).isPresent()) {
                    stretches.begin(lane, State.SERVES);
                }
            }
        }
    }

    private List<Mark> observed(Observation observation) {
        List<Mark> marks = new ArrayList<>();
        for (ServerSight sight : observation.servers()) {
            if (!isStale(sight, observation.at())) {
                change(sight).ifPresent(marks::add);
            }
        }
        return marks;
    }

    /** A look that was under way while something was done to the server may show it as it was before. */
    private boolean isStale(ServerSight sight, Instant at) {
        Proof last = proofs.get(sight.node());
        if (last == null || Duration.between(last.at(), at).compareTo(ONE_LOOK) > 0) {
            return false;
        }
        return switch (last.verb()) {
            case "started", "restarted" -> sight.role() == Role.DOWN;
            case "stopped", "killed" -> sight.role() != Role.DOWN;
            case "paused" -> sight.condition() != Condition.PAUSED;
            case "resumed" -> sight.condition() == Condition.PAUSED;
            case "isolated" -> sight.condition() != Condition.ISOLATED;
            case "rejoined" -> sight.condition() == Condition.ISOLATED;
            default -> false;
        };
    }

    /** What is new about a server since we last heard of it. */
    private Optional<Mark> change(ServerSight sight) {
        Lane lane = Lane.of(sight.node());
        State state = state(sight);
        boolean sameRole = Optional.ofNullable(roles.get(sight.node()))
                .map(role -> kindred(role, sight.role()))
                .orElse(false);
        boolean same = stretches.state(lane).map(state::equals).orElse(false)
                && (sameRole || !roles.containsKey(sight.node()));
        roles.put(sight.node(), sight.role());
        stretches.begin(lane, state);
        if (same) {
            return Optional.empty();
        }
        boolean asLeft = sight.condition() == Condition.RUNNING || sight.role() == Role.DOWN;
        String words = sight.node() + " " + words(sight)
                + (asLeft ? "" : " (" + sight.condition().name().toLowerCase(java.util.Locale.ROOT) + ")");
        return Optional.of(Mark.of(lane, sign(sight), words));
    }

    private static boolean kindred(Role one, Role other) {
        return one == other || state(one) == state(other);
    }

    private static String words(ServerSight sight) {
        String zxid = sight.lastZxid().map(last -> ", last zxid " + last).orElse("");
        return switch (sight.role()) {
            case LEADER -> "leads" + zxid;
            case FOLLOWER -> "follows" + zxid;
            case OBSERVER -> "observes" + zxid;
            case STANDALONE -> "serves alone" + zxid;
            case LOOKING -> "looks for a leader";
            case BROKER -> "serves as a broker";
            case ACTIVE_CONTROLLER -> "is the active controller";
            case CONTROLLER -> "serves as a controller";
            case SILENT -> "does not answer";
            case DOWN -> sight.condition() == Condition.DIED ? "died" : "is down";
        };
    }

    private static Sign sign(ServerSight sight) {
        return switch (state(sight.role())) {
            case LEADS -> Sign.LEADS;
            case SERVES -> Sign.SERVES;
            case LOOKS -> Sign.LOOKS;
            case DOWN -> Sign.DOWN;
            default -> sight.condition() == Condition.PAUSED ? Sign.PAUSED : Sign.SILENT;
        };
    }

    private static State state(ServerSight sight) {
        return switch (sight.condition()) {
            case PAUSED -> State.PAUSED;
            case ISOLATED -> State.ISOLATED;
            default -> state(sight.role());
        };
    }

    private static State state(Role role) {
        return switch (role) {
            case LEADER, ACTIVE_CONTROLLER -> State.LEADS;
            case FOLLOWER, OBSERVER, STANDALONE, BROKER, CONTROLLER -> State.SERVES;
            case LOOKING -> State.LOOKS;
            case SILENT -> State.SILENT;
            case DOWN -> State.DOWN;
        };
    }
}
