package quorumbook.labs.kafka;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import quorumbook.labs.Bench;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Recorder;
import quorumbook.labs.history.Request;
import quorumbook.labs.program.Halt;
import quorumbook.labs.program.NotRunnableException;
import quorumbook.labs.program.Program;
import quorumbook.labs.program.Reach;
import quorumbook.labs.program.Report;

/** A JVM that calls the learner's {@code send}: what it reports as acknowledged is noted as acknowledged, rightly or not. */
final class AcksCopy implements AutoCloseable {
    private static final String ACKNOWLEDGED = "acknowledged";
    private static final String READY = "ready";
    private static final String WARM = "warm-";

    private final String name;
    private final String topic;
    private final String stem;
    private final int count;
    private final Recorder recorder;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Halt halt = new Halt();
    private volatile boolean ready;
    private volatile Optional<Program> program = Optional.empty();

    AcksCopy(String name, String topic, String stem, int count, Recorder recorder) {
        this.name = name;
        this.topic = topic;
        this.stem = stem;
        this.count = count;
        this.recorder = recorder;
    }

    /** Lets it send at once; one record first, so that what can be called but once is found out while nothing is wrong. */
    void start(Bench bench) throws NotRunnableException, InterruptedException {
        run(bench, bench.cluster().bootstrapServers(), "{ " + send(stem + WARM, 1) + "; " + send(stem, count) + "; }");
    }

    /**
     * Lets it send one record, to have its classes loaded, and stand still then; what it sends after {@link #goOn} goes to
     * that broker first, the only one that answers by then.
     */
    void warmUp(Bench bench, NodeId leader) throws NotRunnableException, InterruptedException {
        String call = "{ " + send(stem + WARM, 1) + "; report(\"" + READY + "\"); " + send(stem, count) + "; }";
        run(bench, bench.cluster().client(leader).toString(), call);
    }

    private String send(String first, int howMany) {
        return "send(\"" + topic + "\", \"" + first + "\", " + howMany + ")";
    }

    private void run(Bench bench, String brokers, String call) throws NotRunnableException, InterruptedException {
        program = Optional.of(bench.programs().start(name, new Reach("", brokers), call, this::hear));
    }

    private void hear(Report report) {
        if (report.what().equals(READY)) {
            ready = true;
            standStill();
        } else if (report.what().equals(ACKNOWLEDGED) && isOurs(report.value())) {
            acknowledge(report.value());
        } else if (!report.value().startsWith(stem + WARM)) {
            String words = report.what() + (report.value().isEmpty() ? "" : " " + report.value());
            recorder.note(at -> new Event.Noted(at, AcksJudge.STRANGE, words));
        }
    }

    private void acknowledge(String value) {
        if (acknowledged.add(value)) {
            Request send = new Request(Request.What.SEND, topic, Optional.empty(), Optional.of(value), Map.of());
            recorder.end(recorder.invoke(name, send), Outcome.ok());
        }
    }

    private boolean isOurs(String value) {
        String number = value.startsWith(stem) ? value.substring(stem.length()) : "";
        return number.matches("\\d{1,6}") && Integer.parseInt(number) < count;
    }

    private void standStill() {
        if (!halt.standStill()) {
            recorder.note(at -> new Event.Noted(at, AcksJudge.STRANGE, name + " was held too long"));
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** Whether it stands still before the records that matter. */
    boolean isReady() {
        return ready;
    }

    void goOn() {
        halt.goOn();
    }

    Optional<String> end() {
        return program.flatMap(Program::end).map(Program.End::inBrief);
    }

    void kill() throws InterruptedException {
        if (program.isPresent()) {
            program.get().kill();
        }
        halt.goOn();
        recorder.note(at -> new Event.Gone(at, name, "killed"));
    }

    @Override
    public void close() {
        halt.goOn();
        program.ifPresent(Program::close);
    }
}
