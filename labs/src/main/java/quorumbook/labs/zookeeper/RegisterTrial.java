package quorumbook.labs.zookeeper;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.zookeeper.KeeperException;
import quorumbook.labs.Bench;
import quorumbook.labs.Floor;
import quorumbook.labs.Patience;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.fault.ClientLink;
import quorumbook.labs.fault.ClientLinks;
import quorumbook.labs.fault.Fault;
import quorumbook.labs.fault.Faults;
import quorumbook.labs.fault.Handshake;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Waited;
import quorumbook.labs.history.Znode;
import quorumbook.labs.program.NotRunnableException;
import quorumbook.labs.program.Program;
import quorumbook.labs.program.Reach;

/**
 * One copy of the learner's {@code keepRegistered}: it registers; its connection is cut for less than its session lasts; its
 * session is ended while it is cut again. Ends early once something is wrong.
 */
final class RegisterTrial {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final String PROGRAM = "program";
    private static final Duration CUT = Duration.ofSeconds(1);
    /** In which a program that hears of a connection registers once more, if it does. */
    private static final Duration SETTLE = Duration.ofMillis(500);

    static final Floor FLOOR = Floor.none()
            .and(Pause.WORDS, Pause.ON_AVERAGE.multipliedBy(2))
            .and("in which a second registration may come", SETTLE.multipliedBy(2))
            .and(Floor.Step.PROGRAM, 1);

    private final Bench bench;
    private final Registry registry;
    private final ClientLink link;
    private final Program program;

    private RegisterTrial(Bench bench, Registry registry, ClientLink link, Program program) {
        this.bench = bench;
        this.registry = registry;
        this.link = link;
        this.program = program;
    }

    static void run(Bench bench) throws Exception {
        // A folder of its own: nothing that was registered before, by hand or by an earlier copy, has a part in it.
        String folder = bench.given().value("members") + "-" + (Registered.trials(bench.history()) + 1);
        note(bench, Registered.TRIAL, folder);
        try (ClientLinks links = ClientLinks.to(bench.cluster());
                Registry registry = Registry.open(bench, folder);
                Program program = bench.programs()
                        .start(
                                PROGRAM,
                                new Reach(links.connectString(), ""),
                                "keepRegistered(\"" + folder + "\")",
                                report -> note(bench, "reported-" + report.what(), report.value()))) {
            new RegisterTrial(bench, registry, links.to(NodeId.zk(1)), program).stages();
            program.end().ifPresent(end -> note(bench, Registered.ENDED, end.words()));
        } catch (NotRunnableException e) {
            note(bench, Registered.NOT_RUNNABLE, String.valueOf(e.getMessage()));
        }
    }

    private static void note(Bench bench, String name, String value) {
        bench.journal().note(at -> new Event.Noted(at, name, value));
    }

    private void stages() throws Exception {
        Optional<Handshake> session = registration();
        if (session.isPresent() && cut(session.get().granted())) {
            expire(session.get());
        }
    }

    /** The session of the one registration, if there is one that is worth going on with. */
    private Optional<Handshake> registration() throws InterruptedException, KeeperException {
        Patience patience = bench.patience();
        boolean came = patience.holds(PATIENCE, () -> registry.size() > 0 || isOver());
        List<Znode> seen = registry.look(Registered.AFTER_START, inVain(came, patience));
        if (seen.size() != 1) {
            return Optional.empty();
        }
        Optional<Handshake> session = link.handshakes().stream()
                .filter(each -> each.granted() == seen.get(0).ephemeralOwner())
                .reduce((one, next) -> next);
        session.ifPresent(each ->
                note(bench, Registered.TIMEOUT, Long.toString(each.timeout().toMillis())));
        return session.filter(each -> each.timeout().compareTo(Registered.SHORTEST) >= 0);
    }

    /** Unless something came: the end of a program that lost its connection does not count for that. */
    private Optional<Waited> inVain(boolean came, Patience patience) {
        return came && !ConnectionErrors.ended(program) ? Optional.empty() : Optional.of(patience.waited());
    }

    private boolean isOver() {
        return program.end().isPresent() && !(program.end().get() instanceof Program.End.Returned);
    }

    /** Calls of clients that were hung up on since then, without the one by which the cut was proved. */
    private boolean hasRefused(long since) {
        return link.refusals() - since > 1;
    }

    /** Waits whether a second one comes: soon, or with a client that called in vain and has to pause first. */
    private void settle(boolean refused, long healed) throws InterruptedException {
        Duration sinceThen = Duration.ofNanos(System.nanoTime() - healed);
        Duration pause = refused ? Pause.AT_MOST.minus(sinceThen) : Duration.ZERO;
        Duration silence = pause.isNegative() ? SETTLE : pause.plus(SETTLE);
        Waited quiet = bench.patience().quiet(silence, () -> registry.size() > 1);
        bench.journal().note(at -> new Event.Noted(at, Registered.QUIET, "over", Optional.of(quiet)));
    }

    /** Cuts the link for a second; tells whether the program came through as it was. */
    private boolean cut(long session) throws Exception {
        int before = link.handshakes().size();
        Patience patience = bench.patience();
        long refusals = link.refusals();
        Faults.during(
                new Fault.ClientsCut(link),
                bench.cluster(),
                bench.journal(),
                () -> patience.holds(CUT, () -> registry.size() != 1));
        long healed = System.nanoTime();
        patience.holds(PATIENCE, () -> cameBack(session, before).isPresent() || registry.size() == 0 || isOver());
        settle(hasRefused(refusals), healed);
        // Who was not heard of may not have run: then its session has ended without it.
        boolean heard = link.handshakes().size() > before || isOver();
        note(bench, Registered.CAME_BACK, cameBack(session, before).orElse(Registered.NOT));
        List<Znode> seen = registry.look(Registered.AFTER_CUT, inVain(heard, patience));
        return seen.size() == 1 && seen.get(0).ephemeralOwner() == session && !isOver();
    }

    private Optional<String> cameBack(long session, int before) {
        return link.handshakes().stream()
                .skip(before)
                .filter(each -> each.asked() == session)
                .map(each -> each.isReturnTo(session) ? Registered.IN_TIME : Registered.TOO_LATE)
                .reduce((one, next) -> next);
    }

    /** Ends the session while its client is cut off, so that the client hears of it when it calls again. */
    private void expire(Handshake session) throws Exception {
        Fault expired = new Fault.SessionExpired(PROGRAM, session.granted(), session.password());
        int before = link.handshakes().size();
        long refusals = link.refusals();
        Faults.during(
                new Fault.ClientsCut(link),
                bench.cluster(),
                bench.journal(),
                () -> Faults.during(
                        expired,
                        bench.cluster(),
                        bench.journal(),
                        () -> Eventually.holds(PATIENCE, () -> registry.size() == 0)));
        long healed = System.nanoTime();
        Patience patience = bench.patience();
        boolean came = patience.holds(Registered.WITHIN, () -> registry.size() > 0 || isOver());
        settle(hasRefused(refusals), healed);
        boolean told = link.handshakes().stream().skip(before).anyMatch(each -> each.isExpiryOf(session.granted()));
        note(bench, Registered.TOLD, Boolean.toString(told));
        List<Znode> seen = registry.look(Registered.AFTER_EXPIRY, inVain(came, patience));
        boolean byItself = seen.stream()
                .allMatch(znode -> link.handshakes().stream()
                        .anyMatch(handshake -> handshake.granted() == znode.ephemeralOwner()));
        note(bench, Registered.BY_ITSELF, Boolean.toString(byItself));
    }
}
