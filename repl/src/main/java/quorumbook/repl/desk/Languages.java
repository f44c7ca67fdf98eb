package quorumbook.repl.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import quorumbook.labs.Attempt;
import quorumbook.labs.Lab;
import quorumbook.repl.engine.Completeness;
import quorumbook.repl.engine.Connections;
import quorumbook.repl.engine.Evaluation;
import quorumbook.repl.engine.LearnerJava;
import quorumbook.repl.engine.LearnerPrograms;
import quorumbook.repl.engine.Output;
import quorumbook.repl.engine.Result;
import quorumbook.repl.engine.Variable;
import quorumbook.repl.engine.WarmPool;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Screen;
import quorumbook.repl.page.Span;
import quorumbook.repl.page.Tone;
import quorumbook.repl.tools.KafkaTools;
import quorumbook.repl.tools.ZkTool;

/** The three languages of the prompt, connected to the cluster of the attempt: Java, ZooKeeper's shell, Kafka's tools. */
public final class Languages implements AutoCloseable {
    private final Screen screen;
    private final Supplier<LearnerJava> opening;
    private final WarmPool pool;
    private final LearnerPrograms programs;
    private final ZkTool zk;
    private final KafkaTools kafka;
    private final Optional<Sandbox> sandbox;
    private Optional<LearnerJava> java = Optional.empty();
    private Optional<Attempt> connected = Optional.empty();
    private volatile Speaking speaking = Speaking.NONE;

    /** Which language is being spoken now. */
    private enum Speaking {
        NONE,
        JAVA,
        ZK,
        KAFKA
    }

    private Languages(
            Screen screen,
            WarmPool pool,
            Supplier<LearnerJava> opening,
            ZkTool zk,
            KafkaTools kafka,
            Optional<Sandbox> sandbox) {
        this.sandbox = sandbox;
        this.screen = screen;
        this.pool = pool;
        this.opening = opening;
        this.programs = new LearnerPrograms(pool, this::openJava);
        this.zk = zk;
        this.kafka = kafka;
    }

    /** Nothing is started before it is spoken. */
    public static Languages of(Program program, Screen screen) {
        return of(program.places(), program.warmPool(), screen);
    }

    /** The same for one of several that work side by side. */
    public static Languages of(Program program, Station station, Screen screen) {
        return of(program.places(), station.warmPool(), screen);
    }

    private static Languages of(Places places, WarmPool pool, Screen screen) {
        ScreenOutput output = new ScreenOutput(screen);
        return new Languages(
                screen,
                pool,
                () -> LearnerJava.open(LearnerArchive.settings(), output),
                ZkTool.open(output),
                KafkaTools.open(ClassPaths.kafkaTools(places.home()), ToolsArchive.ofThisStart(), output),
                Optional.empty());
    }

    /**
     * As above, for a stranger's submission: what it defines is compiled in one JVM and run in cells, and so are Kafka's
     * tools; its {@code zk} commands speak to the exercise's servers alone; commands that read or write files of this
     * machine are refused. Starts nothing yet.
     *
     * @throws quorumbook.labs.cluster.ClusterException if there are no cells here
     */
    public static Languages sandboxed(Program program, Screen screen) {
        Sandbox sandbox = program.sandbox();
        Output output = sandbox.capped(new ScreenOutput(screen));
        return new Languages(
                screen,
                WarmPool.of(sandbox.settings()),
                () -> LearnerJava.open(sandbox.settings(), output, program.compilers()),
                ZkTool.open(output).confined(),
                KafkaTools.open(ClassPaths.kafkaTools(program.places().home()), sandbox.ground(), output),
                Optional.of(sandbox));
    }

    /** Why that exercise cannot be graded in a sandbox, if it cannot. */
    public static Optional<String> sandboxRefusal(Lab lab) {
        return Sandbox.refusal(lab);
    }

    /** Whether whoever speaks is trusted as the user of this machine is. */
    public boolean areTrusted() {
        return sandbox.isEmpty();
    }

    /** What went wrong on our side, so that the submission cannot be judged by what came of it: a JVM that did not start. */
    public Optional<String> trouble() {
        return sandbox.flatMap(each -> each.ground().trouble());
    }

    /** What this submission has run into so far, such as {@code limit: memory}, each with what happened. */
    public List<String> limits() {
        return sandbox.map(Sandbox::limits).orElse(List.of());
    }

    /** How long the learner's JVM was waited for so far. */
    public Duration waitedForJava() {
        return java.map(LearnerJava::waited).orElse(Duration.ZERO);
    }

    /** The processor time that the learner's JVMs which run now have used so far, as far as this machine tells. */
    public Duration cpu() {
        return programs.cpuOfCopies().plus(java.map(LearnerJava::cpu).orElse(Duration.ZERO));
    }

    /** Has JVMs forked for so many copies of the learner's program, in the background; they are kept until it wants less. */
    void expect(int copies) {
        Thread forking = new Thread(() -> pool.expect(copies), "quorumbook-forking");
        forking.setDaemon(true);
        forking.start();
    }

    /** Whether that has been done for so many. */
    public boolean hasForked(int copies) {
        return pool.has(copies);
    }

    /** Connects all three to the attempt's cluster, each when it is first spoken; lends it what runs programs. */
    synchronized void connect(Attempt attempt) {
        if (connected.filter(attempt::equals).isPresent()) {
            return;
        }
        String servers = attempt.cluster().connectString();
        String brokers = attempt.cluster().bootstrapServers();
        connected = Optional.of(attempt);
        attempt.bench()
                .lend(programs.of(
                        attempt.given().values(),
                        Reach.brokers(attempt.cluster()),
                        attempt.bench().clock()));
        java.ifPresent(open -> open.connect(connected.map(Reach::of).orElse(Connections.none())));
        zk.connect(servers);
        kafka.connect(brokers);
    }

    private synchronized LearnerJava openJava() {
        if (java.isEmpty()) {
            java = Optional.of(opening.get());
            java.get().connect(connected.map(Reach::of).orElse(Connections.none()));
        }
        return java.get();
    }

    /** Starts what the first snippet would have to wait for; for a thread that has time. */
    public void warmUp() {
        openJava().warmUp();
    }

    /** Lets go of the cluster: sessions end, definitions are forgotten. */
    synchronized void disconnect() {
        if (connected.isPresent()) {
            connected = Optional.empty();
            programs.endAll();
            zk.disconnect();
            java.ifPresent(open -> {
                open.connect(Connections.none());
                open.restart();
            });
        }
    }

    public boolean isUnfinished(String source) {
        return openJava().completeness(source) == Completeness.INCOMPLETE;
    }

    /** Runs Java; tells whether every snippet succeeded. */
    public boolean java(String source) {
        speaking = Speaking.JAVA;
        try {
            Evaluation evaluation = openJava().evaluate(source);
            Page.Writing page = Page.writing();
            evaluation.results().forEach(result -> show(page, result));
            sandbox.ifPresent(each -> each.judge(evaluation));
            screen.show(page.done());
            return evaluation.succeeded();
        } finally {
            speaking = Speaking.NONE;
        }
    }

    /** As jshell shows it; a sentence of ours is wrapped, a program's lines are not. */
    private static void show(Page.Writing page, Result result) {
        if (result instanceof Result.Ended) {
            result.shown().forEach(sentence -> page.indented(3, Span.bad(sentence)));
        } else if (!result.shown().isEmpty()) {
            page.verbatim(result.succeeded() ? Tone.PLAIN : Tone.BAD, String.join("\n", result.shown()));
        }
    }

    /** Runs {@code zk …}; tells whether it succeeded. */
    public boolean zk(String line) throws InterruptedException {
        speaking = Speaking.ZK;
        try {
            return zk.run(line.strip().replaceFirst("^zk\\s+", "")) == 0;
        } finally {
            speaking = Speaking.NONE;
        }
    }

    /** Runs {@code kafka-… …}; tells whether it succeeded. */
    public boolean kafka(String line) throws InterruptedException {
        speaking = Speaking.KAFKA;
        try {
            return kafka.run(line.strip()) == 0;
        } finally {
            speaking = Speaking.NONE;
        }
    }

    /** Stops what is running; tells whether there was anything that stops in its own way. */
    public boolean interrupt() {
        switch (speaking) {
            case JAVA:
                return java.map(LearnerJava::interrupt).orElse(false);
            case KAFKA:
                return kafka.interrupt();
            default:
                return false;
        }
    }

    /** The ids of the ZooKeeper sessions that the learner has open. */
    List<OptionalLong> sessions() {
        return List.of(zk.session(), java.map(LearnerJava::zooKeeperSession).orElse(OptionalLong.empty()));
    }

    public List<Variable> variables() {
        return java.map(LearnerJava::variables).orElse(List.of());
    }

    public List<String> snippets() {
        return java.map(LearnerJava::snippets).orElse(List.of());
    }

    public void restartJava() {
        java.ifPresent(LearnerJava::restart);
    }

    /** What can be typed next in each. */
    public Vocabulary vocabulary() {
        return new Vocabulary(this::openJava, zk, kafka);
    }

    @Override
    public void close() {
        programs.close();
        zk.close();
        kafka.close();
        java.ifPresent(LearnerJava::close);
        if (sandbox.isPresent()) {
            // Its JVMs hold this stranger's limits; those of a user are handed on.
            pool.close();
        }
    }
}
