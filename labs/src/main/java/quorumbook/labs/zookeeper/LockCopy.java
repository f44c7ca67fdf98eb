package quorumbook.labs.zookeeper;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.fault.ClientLink;
import quorumbook.labs.fault.ClientLinks;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Recorder;
import quorumbook.labs.program.Halt;
import quorumbook.labs.program.NotRunnableException;
import quorumbook.labs.program.Program;
import quorumbook.labs.program.Programs;
import quorumbook.labs.program.Reach;
import quorumbook.labs.program.Report;

/** One copy of the learner's program, on a link of its own. Having acquired, it stands still until it may go on. */
final class LockCopy implements AutoCloseable {
    static final String ACQUIRED = "acquired";
    static final String USE = "use";
    static final String RELEASED = "released";

    private final String name;
    private final String lock;
    private final ClientLinks links;
    private final Recorder recorder;
    /** Told of each report before it is noted. */
    private final Consumer<LockCopy> heard;

    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private final Halt halt = new Halt();
    private volatile Optional<Program> program = Optional.empty();
    private volatile OptionalLong session = OptionalLong.empty();
    private volatile String znode = "";
    private volatile boolean lost;

    LockCopy(int number, String lock, Cluster cluster, Recorder recorder, Consumer<LockCopy> heard) {
        this.name = name(number);
        this.lock = lock;
        this.links = ClientLinks.to(cluster);
        this.recorder = recorder;
        this.heard = heard;
    }

    static String name(int number) {
        return "copy " + number;
    }

    String name() {
        return name;
    }

    ClientLink link() {
        return links.to(NodeId.zk(1));
    }

    void start(Programs programs) throws NotRunnableException, InterruptedException {
        Reach reach = new Reach(links.connectString(), links.bootstrapServers());
        program = Optional.of(programs.start(name, reach, "work(\"" + lock + "\")", this::hear));
    }

    private void hear(Report report) {
        heard.accept(this);
        switch (report.what()) {
            case ACQUIRED -> {
                recorder.note(at -> new Event.Acquired(at, name, lock));
                said.add(ACQUIRED);
                standStill();
            }
            case USE -> recorder.note(at -> new Event.Used(at, name, lock));
            case RELEASED -> recorder.note(at -> new Event.Released(at, name, lock));
            default -> recorder.note(at -> new Event.Noted(at, name + " reported", report.what()));
        }
        said.add(report.what());
    }

    private void standStill() {
        if (!halt.standStill()) {
            // What it would do now of its own accord, nobody has asked for.
            throw new ClusterException(name + " had to stand still for too long. Is the machine busy?");
        }
    }

    boolean has(String what) {
        return said.contains(what);
    }

    /** Lets it do its work, if it stands still. */
    void goOn() {
        halt.goOn();
    }

    /** How its call ended, in words, without the message of an exception; empty while it runs. */
    Optional<String> end() {
        return program.flatMap(Program::end).map(Program.End::inBrief);
    }

    void kill() throws InterruptedException {
        lost = true;
        program.orElseThrow().kill();
        halt.goOn();
        recorder.note(at -> new Event.Gone(at, name, "killed"));
    }

    /** It holds and awaits nothing any more, whether it knows or not. */
    void loses() {
        lost = true;
    }

    /** Whether it says that it holds the lock and may be right. */
    boolean holds() {
        return has(ACQUIRED) && !has(RELEASED) && !lost;
    }

    void queued(LockQueue.Place place) {
        znode = place.name();
        session = OptionalLong.of(place.session());
    }

    /** Whether its znode goes with its session and has a number of the parent's. */
    boolean queuesWell() {
        return session() != 0 && LockJudge.place(znode).isPresent();
    }

    boolean isQueued() {
        return session.isPresent();
    }

    /** Whether the znode is the one that it was seen to have, or another one of the same session. */
    boolean owns(LockQueue.Place place) {
        return isQueued() && (place.name().equals(znode) || place.session() != 0 && place.session() == session());
    }

    /** The session of its znode; call only when it has queued. */
    long session() {
        return session.orElseThrow();
    }

    /** With which somebody else can go on with that session: its server told the copy, on a link of ours. */
    byte[] password() {
        return link().handshakes().stream()
                .filter(handshake -> handshake.granted() == session())
                .findFirst()
                .orElseThrow(() -> new ClusterException(name + " did not come by its session on its own link."))
                .password();
    }

    private static void end(Program program) {
        try {
            program.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        halt.goOn();
        if (lost) {
            // It has no session to end, and its client may pause for seconds before it sees that.
            program.ifPresent(LockCopy::end);
        }
        program.ifPresent(Program::close);
        links.close();
    }
}
