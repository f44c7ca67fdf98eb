package quorumbook.labs.zookeeper;

import java.time.Duration;
import java.util.Optional;
import org.apache.zookeeper.KeeperException;
import quorumbook.labs.Bench;
import quorumbook.labs.Floor;
import quorumbook.labs.Patience;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.fault.ClientLink;
import quorumbook.labs.fault.ClientLinks;
import quorumbook.labs.fault.Fault;
import quorumbook.labs.fault.Faults;
import quorumbook.labs.fault.RequestKind;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Request;
import quorumbook.labs.program.NotRunnableException;
import quorumbook.labs.program.Program;
import quorumbook.labs.program.Reach;
import quorumbook.labs.program.Report;
import quorumbook.labs.workload.TreeWalk;
import quorumbook.labs.zookeeper.CompareAndSet.Counter;
import quorumbook.labs.zookeeper.CompareAndSet.Ending;
import quorumbook.labs.zookeeper.Steps.Step;

/**
 * One copy of the learner's program, alone with a counter, loses its connection twice: once when its write is done and only
 * the reply is lost, once before anything has reached the server.
 */
final class Loss {
    static final int INCREMENTS = 6;

    /** Noted with how the copy ended before it had made all its increments; empty if it made them. */
    static final String ENDED = "how the copy whose connection was lost ended";

    private static final int REPLY_LOST = 2;
    private static final int REPLY_LOST_IF_NOT_YET = 3;
    private static final int CUT = 5;
    private static final Duration LONGEST_CUT = Duration.ofSeconds(3);
    private static final NodeId SERVER = NodeId.zk(1);

    /** A client calls again after the lost reply, and after the cut. */
    static final Floor FLOOR = Floor.none()
            .and(Pause.WORDS, Pause.ON_AVERAGE.multipliedBy(2))
            .and(Floor.Step.PROGRAM, 1)
            .and(Floor.Step.READ, INCREMENTS)
            .and(Floor.Step.WRITE, INCREMENTS);

    private final Bench bench;
    private final Request request;
    private final ClientLink link;
    private final Program program;
    private final Steps steps;
    private final Turns turns = new Turns(INCREMENTS);
    private boolean outOfTurn;
    private boolean replyWasLost;
    /** The number of the increment that has begun and not ended; 0 if there is none. */
    private long operation;
    /** Of the last wait for the program. */
    private Patience patience;

    private Loss(Bench bench, Request request, ClientLink link, Program program, Steps steps) {
        this.bench = bench;
        this.request = request;
        this.link = link;
        this.program = program;
        this.steps = steps;
        this.patience = bench.patience();
    }

    /** Returns when the copy is gone. */
    static void run(Bench bench, String trial) throws Exception {
        String path = Counter.LOSS.path(bench.given(), trial);
        Request request = Increments.request(path);
        try (ClientLinks links = ClientLinks.to(bench.cluster());
                Steps steps = new Steps(Increments.REPORTS);
                Program program = start(bench, links, steps, Increments.calls(INCREMENTS, path))) {
            new Loss(bench, request, links.to(SERVER), program, steps).run();
        }
    }

    private static Program start(Bench bench, ClientLinks links, Steps steps, String call)
            throws NotRunnableException, InterruptedException {
        int number = Race.COPIES + 1;
        return bench.programs().start("worker " + number, new Reach(links.connectString(), ""), call, steps);
    }

    private void run() throws Exception {
        for (int number = 1; number <= INCREMENTS; number++) {
            Optional<Step> begin = next(Race.PATIENCE);
            if (begin.isEmpty() || !increment(number, begin.get())) {
                CompareAndSet.note(bench, ENDED, whatHappened(begin.isEmpty()));
                return;
            }
        }
        CompareAndSet.note(bench, ENDED, Ending.WELL);
    }

    /** What the lab's own lines report next; empty if the copy ended, patience did, or something else was reported so. */
    private Optional<Step> next(Duration longest) throws InterruptedException {
        if (outOfTurn) {
            return Optional.empty();
        }
        patience = bench.patience();
        Optional<Step> step = steps.next(program, longest, patience);
        outOfTurn = step.filter(each -> !turns.take(each.report().what())).isPresent();
        return outOfTurn ? Optional.empty() : step;
    }

    /** How it ended; the learner's code is to blame for standing still only if the server does not keep it waiting. */
    private Ending whatHappened(boolean betweenIncrements) throws InterruptedException, KeeperException {
        if (outOfTurn) {
            return Ending.of(Turns.OUT_OF_TURN);
        }
        Optional<Program.End> end = program.end();
        if (end.isPresent()) {
            return Ending.of(end.get().words());
        }
        if (betweenIncrements) {
            throw new ClusterException("The copy of the program did not get to its next increment within "
                    + Race.PATIENCE.toSeconds() + " s. Is the machine busy?");
        }
        bench.zooKeeper().exists(request.target(), false);
        return new Ending(
                "did not come back within " + Race.PATIENCE.toSeconds() + " s", Optional.of(patience.waited()));
    }

    /** Tells whether it came back. */
    private boolean increment(int number, Step begin) throws Exception {
        if (number == REPLY_LOST) {
            replyWasLost =
                    under(new Fault.LostReply(link, RequestKind.SET_DATA, request.target()), begin, Race.PATIENCE);
        } else if (number == REPLY_LOST_IF_NOT_YET && !replyWasLost) {
            // A write may also travel in a transaction.
            replyWasLost = under(new Fault.LostReply(link, RequestKind.MULTI, request.target()), begin, Race.PATIENCE);
        } else if (number == CUT) {
            under(new Fault.ClientsCut(link), begin, LONGEST_CUT);
        } else {
            begin(begin);
        }
        return operation == 0 || end(Race.PATIENCE);
    }

    private void begin(Step begin) {
        operation = bench.journal().invoke(program.client(), request);
        begin.goOn();
    }

    /** Notes how the increment ended, if it does in time, and how far the counter has come by then. */
    private boolean end(Duration longest) throws InterruptedException, KeeperException {
        Optional<Step> end = next(longest);
        if (end.isEmpty()) {
            return false;
        }
        Report report = end.get().report();
        boolean returned = report.what().equals(Increments.RETURNED);
        bench.journal().end(operation, returned ? Outcome.ok() : Increments.thrown(report.value()));
        bench.note(TreeWalk.see(bench.zooKeeper(), request.target(), bench.clock()));
        operation = 0;
        end.get().goOn();
        return true;
    }

    /** Lets the increment begin under the fault, which lasts until its end, at most so long; tells whether it left proof. */
    private boolean under(Fault fault, Step begin, Duration longest) throws Exception {
        operation = 0;
        try {
            return Faults.during(fault, bench.cluster(), bench.journal(), () -> {
                begin(begin);
                end(longest);
                return true;
            });
        } catch (ClusterException e) {
            // It is in the history as unproved, and no check will pass on it.
            if (begin.gate().getCount() > 0) {
                begin(begin);
            }
            return false;
        }
    }
}
