package quorumbook.labs.zookeeper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Phaser;
import java.util.function.Consumer;
import org.apache.zookeeper.KeeperException;
import quorumbook.labs.Bench;
import quorumbook.labs.Floor;
import quorumbook.labs.Patience;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Request;
import quorumbook.labs.program.NotRunnableException;
import quorumbook.labs.program.Program;
import quorumbook.labs.program.Reach;
import quorumbook.labs.program.Report;
import quorumbook.labs.zookeeper.CompareAndSet.Counter;
import quorumbook.labs.zookeeper.CompareAndSet.Ending;

/** Several copies of the learner's program increment one counter, round by round: all begin a round at the same moment. */
final class Race {
    static final int COPIES = 4;
    static final int ROUNDS = 25;
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Noted with how a copy ended that did not make all its increments; empty if all did. */
    static final String ENDED = "how a copy in the race ended";

    /** In each round one copy after the other reads what the one before has written, after all have done so blindly. */
    static final Floor FLOOR = Floor.none()
            .and(Floor.Step.PROGRAM, Floor.inTurn(COPIES))
            .and(Floor.Step.READ, ROUNDS * (COPIES + 1))
            .and(Floor.Step.WRITE, ROUNDS * (COPIES + 1));

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Bench bench;
    private final Request request;
    private final Phaser line = new Phaser();
    private final Set<String> inside = new HashSet<>();
    private long progress = System.nanoTime();
    private boolean moved;
    private boolean outOfTurn;

    private Race(Bench bench, String path) {
        this.bench = bench;
        this.request = Increments.request(path);
    }

    /** Returns when all copies are gone. */
    static void run(Bench bench, String trial) throws NotRunnableException, InterruptedException, KeeperException {
        String path = Counter.RACE.path(bench.given(), trial);
        String control = Counter.CONTROL.path(bench.given(), trial);
        new Race(bench, path).run(Increments.calls(ROUNDS, path, new Increments.Control(control)));
    }

    private void run(String call) throws NotRunnableException, InterruptedException, KeeperException {
        Reach reach = new Reach(bench.cluster().connectString(), "");
        List<Program> copies = new ArrayList<>();
        List<Runner> runners = new ArrayList<>();
        line.bulkRegister(COPIES);
        try {
            for (int number = 1; number <= COPIES; number++) {
                runners.add(new Runner());
                copies.add(bench.programs().start("worker " + number, reach, call, runners.get(number - 1)));
            }
            Ending ending = await(copies);
            boolean tooSoon = runners.stream().anyMatch(runner -> !runner.turns.areOver());
            CompareAndSet.note(bench, ENDED, howItEnded(ending, tooSoon));
        } finally {
            line.forceTermination();
            // Each takes a moment to say goodbye to its server.
            copies.parallelStream().forEach(Program::close);
        }
    }

    /** Waits for the end of all; how the first ended that did not return, or what keeps them. */
    private Ending await(List<Program> copies) throws InterruptedException, KeeperException {
        Patience patience = bench.patience();
        List<Program> running = new ArrayList<>(copies);
        Optional<String> bad = Optional.empty();
        while (!running.isEmpty()) {
            Program first = running.get(0);
            first.awaitEnd(LOOK);
            for (Program copy : List.copyOf(running)) {
                Optional<Program.End> end = copy.end();
                if (end.isPresent()) {
                    running.remove(copy);
                    // Those that go on wait for it no longer.
                    line.arriveAndDeregister();
                    bad = bad.or(() -> end.filter(how -> !(how instanceof Program.End.Returned))
                            .map(Program.End::words));
                }
            }
            if (hasMoved()) {
                patience = bench.patience();
            } else if (standsStill()) {
                return new Ending(whatKeepsThem(), Optional.of(patience.waited()));
            }
            patience.goesOn();
        }
        return bad.map(Ending::of).orElse(Ending.WELL);
    }

    private synchronized boolean hasMoved() {
        boolean now = moved;
        moved = false;
        return now;
    }

    private synchronized boolean standsStill() {
        return System.nanoTime() - progress > PATIENCE.toNanos();
    }

    /** The learner's code is to blame only if some of it runs, and the server does not keep it waiting. */
    private String whatKeepsThem() throws InterruptedException, KeeperException {
        synchronized (this) {
            if (inside.isEmpty()) {
                throw new ClusterException("The copies of the program did not get to their next increment within "
                        + PATIENCE.toSeconds() + " s. Is the machine busy?");
            }
        }
        bench.zooKeeper().exists(bench.given().value("root"), false);
        return "did not come back within " + PATIENCE.toSeconds() + " s";
    }

    private synchronized Ending howItEnded(Ending ending, boolean tooSoon) {
        if (outOfTurn) {
            return Ending.of(Turns.OUT_OF_TURN);
        }
        return tooSoon && ending.equals(Ending.WELL) ? Ending.of(Turns.LEFT_TOO_SOON) : ending;
    }

    private synchronized void outOfTurn() {
        outOfTurn = true;
    }

    private synchronized void enters(String client) {
        inside.add(client);
        moves();
    }

    private synchronized void leaves(String client) {
        inside.remove(client);
        moves();
    }

    private synchronized void moves() {
        progress = System.nanoTime();
        moved = true;
    }

    /** Hears one copy, one report at a time. */
    private final class Runner implements Consumer<Report> {
        private final Turns turns = new Turns(ROUNDS);
        private long operation;

        @Override
        public void accept(Report report) {
            if (Increments.REPORTS.contains(report.what()) && !turns.take(report.what())) {
                outOfTurn();
                return;
            }
            switch (report.what()) {
                case Increments.BEGINS -> {
                    line.arriveAndAwaitAdvance();
                    enters(report.client());
                    operation = bench.journal().invoke(report.client(), request);
                }
                case Increments.RETURNED -> end(report, Outcome.ok());
                case Increments.THREW -> end(report, Increments.thrown(report.value()));
                default -> {
                    // What the learner reports for themselves.
                }
            }
        }

        private void end(Report report, Outcome outcome) {
            bench.journal().end(operation, outcome);
            leaves(report.client());
        }
    }
}
