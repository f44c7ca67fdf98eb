package quorumbook.labs.zookeeper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.Bench;
import quorumbook.labs.Floor;
import quorumbook.labs.Patience;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.fault.ClientLink;
import quorumbook.labs.fault.ClientLinks;
import quorumbook.labs.fault.Fault;
import quorumbook.labs.fault.Faults;
import quorumbook.labs.fault.RequestKind;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Waited;
import quorumbook.labs.observe.FourLetterWords;
import quorumbook.labs.observe.Watches;
import quorumbook.labs.program.NotRunnableException;
import quorumbook.labs.program.Program;
import quorumbook.labs.program.Reach;
import quorumbook.labs.workload.ZooKeeperClient;

/**
 * One copy of the learner's {@code follow} and a writer: one change, then changes that fall between a read and the next
 * request, then bursts, then silence. Ends early once something is wrong that more changes would not mend.
 */
final class FollowTrial {
    private static final Logger LOG = LoggerFactory.getLogger(FollowTrial.class);
    private static final NodeId SERVER = NodeId.zk(1);
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration CHANGE = Duration.ofSeconds(10);
    private static final Duration WATCH = Duration.ofSeconds(8);
    private static final Duration SILENCE = Duration.ofMillis(1500);
    private static final Duration MOMENT = Duration.ofMillis(300);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration SESSION = Duration.ofSeconds(10);

    private static final int MOST_WRITES = 5;

    /** The last change may have left something to do: so often a silence that is none begins anew. */
    private static final int SILENCES = 6;

    /** Each change is written and read; of the two that make a gap both are read. */
    static final Floor FLOOR = Floor.none()
            .and("of silence, in which nobody may ask", SILENCE)
            .and(Floor.Step.PROGRAM, 1)
            .and(Floor.Step.WRITE, 2 + 2 * Followed.GAPS + (1 + MOST_WRITES) / 2 * (Followed.BURSTS - 1))
            .and(Floor.Step.READ, 1 + 2 * Followed.GAPS + Followed.BURSTS);

    private final Bench bench;
    private final String path;
    private final Random random;
    private final ClientLink link;
    private final ZooKeeperClient writer;
    private final FollowSink sink;
    /** How long it took until each newest value was reported. */
    private final List<Duration> reactions = new ArrayList<>();

    private FollowTrial(
            Bench bench, String path, Random random, ClientLink link, ZooKeeperClient writer, FollowSink sink) {
        this.bench = bench;
        this.path = path;
        this.random = random;
        this.link = link;
        this.writer = writer;
        this.sink = sink;
    }

    static void run(Bench bench) throws Exception {
        int number = Followed.trials(bench.history()) + 1;
        // A znode of its own: what the learner tries at the prompt, or tried before, has no part in the trial.
        String path = bench.given().value("price") + "-" + number;
        note(bench, Followed.TRIAL, path);
        FollowSink sink = new FollowSink(bench.journal());
        try (ClientLinks links = ClientLinks.to(bench.cluster());
                ZooKeeperClient writer = ZooKeeperClient.open(
                        Followed.WRITER, bench.cluster().connectString(), SESSION, bench.journal())) {
            Random random = new Random(bench.given().seed() + number);
            FollowTrial trial = new FollowTrial(bench, path, random, links.to(SERVER), writer, sink);
            trial.begin();
            try (Program program = bench.programs()
                    .start("follower", new Reach(links.connectString(), ""), "follow(\"" + path + "\")", sink)) {
                trial.changes(program);
                trial.count();
                ending(program).ifPresent(end -> note(bench, Followed.ENDED, end.words()));
            } catch (NotRunnableException e) {
                note(bench, Followed.NOT_RUNNABLE, String.valueOf(e.getMessage()));
            } finally {
                writer.delete(path);
            }
        }
    }

    private static void note(Bench bench, String name, String value) {
        bench.journal().note(at -> new Event.Noted(at, name, value));
    }

    private void begin() throws InterruptedException {
        demand(writer.create(path, price()), "create " + path);
    }

    private void changes(Program program) throws Exception {
        if (look(program, Followed.AFTER_START, START) && burst(program, 1)) {
            boolean well = true;
            for (int gap = 0; gap < Followed.GAPS && well; gap++) {
                well = gap(program);
            }
            for (int burst = 1; burst < Followed.BURSTS && well; burst++) {
                well = burst(program, 1 + random.nextInt(MOST_WRITES));
            }
        }
    }

    private boolean burst(Program program, int writes) throws InterruptedException {
        for (int write = 0; write < writes; write++) {
            write();
        }
        return look(program, Followed.AFTER_BURST, CHANGE);
    }

    /** A change that makes the program read, and another one before it can ask for anything else. */
    private boolean gap(Program program) throws Exception {
        boolean hit;
        try {
            Fault held = new Fault.ReplyHeld(link, RequestKind.GET_DATA, path);
            hit = Faults.during(held, bench.cluster(), bench.journal(), () -> {
                write();
                boolean inTime = Eventually.holds(CHANGE, () -> link.holdsReply() || isOver(program));
                write();
                return inTime;
            });
        } catch (ClusterException e) {
            // It has read nothing although there was a change: what it reports will tell.
            LOG.debug("no write fell into a gap", e);
            hit = false;
        }
        return look(program, hit ? Followed.AFTER_GAP : Followed.AFTER_BURST, CHANGE);
    }

    private void write() throws InterruptedException {
        demand(writer.set(path, price()), "write to " + path);
    }

    private static void demand(Outcome outcome, String what) {
        if (!(outcome instanceof Outcome.Ok)) {
            throw new ClusterException("The lab could not " + what + ": " + outcome + ". Does the server run?");
        }
    }

    private String price() {
        String price;
        do {
            price = (100 + random.nextInt(900)) + "." + (10 + random.nextInt(90));
        } while (!sink.isNew(price));
        return price;
    }

    /** Waits until the newest value is reported and one watch is set, and notes what has come of it. */
    private boolean look(Program program, String when, Duration patience) throws InterruptedException {
        Patience wait = bench.patience();
        long begun = System.nanoTime();
        boolean reported = wait.holds(patience, () -> sink.hasNewest() || isOver(program)) && sink.hasNewest();
        reactions.add(Duration.ofNanos(System.nanoTime() - begun));
        int watches = wait.look(reported ? WATCH : Duration.ZERO, this::watches, seen -> seen == 1 || isOver(program))
                .last()
                .orElseThrow(() -> new ClusterException("The server does not say who watches what. Does it run?"));
        boolean came = reported && watches == 1 || isOver(program) && !ConnectionErrors.ended(program);
        note(when, watches, came ? Optional.empty() : Optional.of(wait.waited()));
        return reported && watches == 1 && !isOver(program) && !asksTooMuch();
    }

    private void note(String name, long number, Optional<Waited> inVain) {
        bench.journal().note(at -> new Event.Noted(at, name, Long.toString(number), inVain));
    }

    private int watches() {
        return Watches.of(FourLetterWords.ask("wchp", SERVER, bench.cluster().client(SERVER), ANSWER))
                .on(path);
    }

    private boolean asksTooMuch() {
        return link.requests() > Followed.mostRequests(sink.changes());
    }

    private boolean isOver(Program program) {
        return ending(program).isPresent() || sink.isFull();
    }

    /** A call that returned may have left watches behind that go on; one that threw has not followed to the end. */
    private static Optional<Program.End> ending(Program program) {
        return program.end().filter(end -> !(end instanceof Program.End.Returned));
    }

    /** What was asked until now, and what is asked while nothing changes. */
    private void count() throws InterruptedException {
        long before = atRest();
        noteSilence();
        note(bench, Followed.REQUESTS, Long.toString(before));
        note(bench, Followed.READS, Long.toString(link.requests(RequestKind.GET_DATA)));
        note(bench, Followed.NOTIFICATIONS, Long.toString(link.notifications()));
    }

    /**
     * Notes how many requests came while nothing changed; none as soon as a silence was found. What has queued up is worked
     * off and over then, and who polls asks for ever. Who polls slowly is slow to see each change, so a silence is longer
     * than that.
     */
    private void noteSilence() throws InterruptedException {
        Patience whole = bench.patience();
        Duration silence = silence();
        long before = link.requests();
        long end = System.nanoTime() + silence.multipliedBy(SILENCES).toNanos();
        do {
            long from = link.requests();
            // Who is slow may not have come to asking once more.
            Waited quiet = bench.patience().quiet(silence, () -> link.requests() != from);
            if (link.requests() == from) {
                note(Followed.IN_SILENCE, 0, Optional.of(quiet));
                return;
            }
            whole.goesOn();
        } while (System.nanoTime() < end && !asksTooMuch());
        // Or may still have had something to ask.
        note(Followed.IN_SILENCE, link.requests() - before, Optional.of(whole.waited()));
    }

    private Duration silence() {
        Duration usual = reactions.stream()
                .sorted()
                .skip(reactions.size() / 2)
                .findFirst()
                .orElse(Duration.ZERO)
                .multipliedBy(2);
        return usual.compareTo(SILENCE) > 0 ? usual : SILENCE;
    }

    /** The number of requests once it does not grow for a moment: the last change may have left something to do. */
    private long atRest() throws InterruptedException {
        long last = link.requests();
        for (int patience = 0; patience < 5; patience++) {
            long before = last;
            if (!Eventually.holds(MOMENT, () -> link.requests() != before)) {
                return last;
            }
            last = link.requests();
        }
        return last;
    }
}
