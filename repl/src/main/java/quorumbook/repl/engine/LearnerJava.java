package quorumbook.repl.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import quorumbook.labs.program.NotRunnableException;
import quorumbook.repl.engine.Preload.Preloaded;
import quorumbook.repl.jvm.JvmEnded;

/**
 * The learner's Java: evaluates what is typed, one caller at a time, and outlives whatever it does. Everything is safe from
 * any thread; {@link #interrupt} never waits for the others.
 */
public final class LearnerJava implements AutoCloseable {
    private static final long COMPLETION_MILLIS = 400;

    private final Settings settings;
    private final LearnerJvm jvm;
    private final Stopping stopping;

    // JShell and its analysis are not safe from two threads: guards session and everything done with it.
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Shell session;
    private final Preparation preparation;
    /** Calls that were compiled since the learner's last snippet. */
    private final Map<String, Compiled> compiled = new HashMap<>();

    private boolean closed;

    private volatile Optional<Run> current = Optional.empty();

    LearnerJava(Settings settings, LearnerJvm jvm) {
        this(settings, jvm, errands -> Session.open(errands, settings.launch().joinedClassPath(), List.of()));
    }

    private LearnerJava(Settings settings, LearnerJvm jvm, Function<Errands, Shell> shell) {
        this.settings = settings;
        this.jvm = jvm;
        this.stopping = new Stopping(jvm);
        this.session = shell.apply(new LearnersErrands(jvm, () -> current));
        this.preparation = new Preparation(jvm, session, () -> current, compiled::clear);
    }

    /** As {@link #open(Settings, Output)}, but what is compiled is compiled by a compiler in a JVM of its own. */
    public static LearnerJava open(Settings settings, Output output, Compilers compilers) {
        LearnerJvm jvm = new LearnerJvm(settings.launch(), output);
        jvm.start();
        return new LearnerJava(settings, jvm, errands -> RemoteShell.open(compilers, settings, errands));
    }

    /** Starts the learner's JVM and makes JShell ready meanwhile; takes about 0.1 s, the JVM may take longer. */
    public static LearnerJava open(Settings settings, Output output) {
        LearnerJvm jvm = new LearnerJvm(settings.launch(), output);
        jvm.start();
        return new LearnerJava(settings, jvm);
    }

    /** Evaluates the usual imports and declarations now rather than with the first snippet; for a thread that has time. */
    public void warmUp() {
        locked(() -> preparation.prepare(""));
    }

    /** From the next snippet on, {@code zk}, {@code admin} and the rest belong to this cluster. Does not wait. */
    public void connect(Connections cluster) {
        preparation.want(cluster);
    }

    /** Whether the source can be run as it is; does not need the learner's JVM. */
    public Completeness completeness(String source) {
        return locked(() -> {
            String rest = source;
            boolean any = false;
            while (true) {
                Shell.Piece piece = session.analyze(rest);
                if (piece.completeness() == Completeness.EMPTY) {
                    return any ? Completeness.COMPLETE : Completeness.EMPTY;
                }
                if (piece.completeness() != Completeness.COMPLETE
                        || piece.remaining().isEmpty()) {
                    return piece.completeness();
                }
                any = true;
                rest = piece.remaining();
            }
        });
    }

    /** Evaluates each snippet of the source in turn, up to the first that does not succeed. */
    public Evaluation evaluate(String source) {
        return locked(() -> {
            Run run = new Run();
            current = Optional.of(run);
            compiled.clear();
            Optional<Future<?>> limit = settings.snippetLimit().map(each -> stopping.askAfter(each, run));
            try {
                return new Evaluation(evaluateAll(source, run));
            } finally {
                current = Optional.empty();
                run.over();
                if (run.ending().isPresent()) {
                    // At once, so that it is up by the time that the next line is typed.
                    jvm.start();
                }
                limit.ifPresent(each -> each.cancel(false));
            }
        });
    }

    /**
     * What another JVM must be told to run that call with everything that is defined here; runs none of it.
     *
     * @throws NotRunnableException if the compiler does not take the call
     */
    Compiled compile(String call) throws NotRunnableException {
        lock.lock();
        try {
            preparation.declare(call);
            Optional<Compiled> known = Optional.ofNullable(compiled.get(call));
            if (known.isPresent()) {
                return known.get();
            }
            String all = String.join("\n", session.snippets()) + "\n" + call;
            List<Preloaded> mentioned = preparation.mentionedIn(all);
            Compiled made = Compiled.of(session, jvm.definitions(), mentioned, call);
            compiled.put(call, made);
            return made;
        } finally {
            lock.unlock();
        }
    }

    /** Stops the snippet that runs now, if one does, and tells whether one did. Returns at once. */
    public boolean interrupt() {
        Optional<Run> run = current;
        run.ifPresent(each -> stopping.ask(each, Result.Cause.INTERRUPTED));
        return run.isPresent();
    }

    /** Ends the learner's JVM in good order, its sessions too, and starts another, which is told the definitions. */
    public void restart() {
        interrupt();
        locked(() -> {
            jvm.restart();
            return true;
        });
    }

    public List<Completion> complete(String source, int cursor) {
        return quickly(() -> session.complete(source, cursor), List.of());
    }

    public Optional<String> documentation(String source, int cursor) {
        return quickly(() -> session.documentation(source, cursor), Optional.empty());
    }

    /** The learner's own variables, not {@code zk} and the like. */
    public List<Variable> variables() {
        return locked(session::variables);
    }

    /** The learner's own snippets that still hold, oldest first. */
    public List<String> snippets() {
        return locked(session::snippets);
    }

    /** The id of the session that {@code zk} has; nothing as long as nobody mentioned {@code zk}. */
    public OptionalLong zooKeeperSession() {
        return locked(() -> {
            try {
                long id = preparation.hasOpened(Preload.ZK) ? jvm.session() : 0;
                return id == 0 ? OptionalLong.empty() : OptionalLong.of(id);
            } catch (JvmEnded e) {
                return OptionalLong.empty();
            }
        });
    }

    /** How long its JVM was waited for. */
    public Duration waited() {
        return jvm.waited();
    }

    /** The processor time that the learner's JVM has used so far, as far as this machine tells. */
    public Duration cpu() {
        return jvm.cpu();
    }

    /** How many JVMs took the place of one that ended. */
    public long restarts() {
        return jvm.restarts();
    }

    /** Ends the learner's JVM. A snippet that runs is not waited for. */
    @Override
    public void close() {
        stopping.close();
        if (current.isPresent() || !lock.tryLock()) {
            jvm.kill();
            lock.lock();
        }
        try {
            if (!closed) {
                closed = true;
                jvm.close();
                session.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private List<Result> evaluateAll(String source, Run run) {
        List<Result> results = new ArrayList<>();
        Optional<Result> unprepared = preparation.prepare(source);
        if (unprepared.isPresent()) {
            return List.of(cutOr(unprepared.get(), source, run));
        }
        String rest = source;
        while (!rest.isBlank()) {
            Shell.Piece piece = session.analyze(rest);
            // What is not complete or not Java is evaluated all the same: the compiler says best what is wrong.
            String snippet = piece.snippet().orElse(rest);
            int offset = source.length() - rest.length();
            Optional<Result> result = session.evaluate(snippet, source, offset).map(each -> cutOr(each, snippet, run));
            if (result.isEmpty() && run.asked().isPresent()) {
                result = Optional.of(cut(snippet, run));
            }
            result.ifPresent(results::add);
            if (result.filter(each -> !each.succeeded()).isPresent()) {
                break;
            }
            rest = piece.snippet().isEmpty() ? "" : piece.remaining();
        }
        return results;
    }

    private static Result cutOr(Result result, String source, Run run) {
        return run.wasCut() ? cut(source, run) : result;
    }

    private static Result cut(String source, Run run) {
        return Cut.result(source.strip(), run);
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** For what is worth nothing if it comes late. */
    private <T> T quickly(Supplier<T> work, T otherwise) {
        try {
            if (!lock.tryLock(COMPLETION_MILLIS, TimeUnit.MILLISECONDS)) {
                return otherwise;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        }
        try {
            preparation.prepare("");
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
