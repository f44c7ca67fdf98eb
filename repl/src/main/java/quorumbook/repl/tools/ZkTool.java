package quorumbook.repl.tools;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.zookeeper.AsyncCallback.ChildrenCallback;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.cli.CliCommand;
import org.apache.zookeeper.cli.CliException;
import quorumbook.lessons.Nearest;
import quorumbook.repl.engine.Output;

/**
 * ZooKeeper's shell at the prompt: zkCli's own commands with their own output, run in this JVM on a session that is opened
 * by the first of them. One command at a time; looking ({@link #session}, {@link #children}) from any thread.
 */
public final class ZkTool implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final long COMPLETION_MILLIS = 400;
    private static final int SHOWN_HISTORY = 10;
    private static final int FAILED = 1;

    private final Output output;
    private final List<String> history = new ArrayList<>();
    private volatile String addresses = "";
    private volatile Optional<ZkSession> session = Optional.empty();
    private volatile boolean printsWatches = true;
    private volatile boolean confined;

    /** Loads a hundred classes, which the way to the first prompt does without. */
    private static final class Known {
        static final ZkCommands COMMANDS = new ZkCommands();
    }

    private ZkTool(Output output) {
        this.output = output;
    }

    /** Not connected to anything yet. */
    public static ZkTool open(Output output) {
        return new ZkTool(output);
    }

    /** From now on nothing but the lab's own servers is spoken to, and no file of this machine is read. */
    public ZkTool confined() {
        confined = true;
        return this;
    }

    /** From now on commands go to this ensemble; a session with another ends. Does not wait for a server. */
    public void connect(String connectString) {
        if (!connectString.equals(addresses)) {
            disconnect();
            addresses = connectString;
        }
    }

    /** Ends the session. */
    public synchronized void disconnect() {
        session.ifPresent(ZkSession::close);
        session = Optional.empty();
    }

    /** The session of the {@code zk} command, if one is open. */
    public OptionalLong session() {
        return session.map(ZkSession::id).orElse(OptionalLong.empty());
    }

    /** The names of all commands, sorted. */
    public SortedSet<String> commands() {
        return Known.COMMANDS.names();
    }

    /** The flags that a command takes. */
    public List<String> flags(String command) {
        return Known.COMMANDS.flags(command);
    }

    /** The children of a znode, or none if the ensemble does not say within 0.4 s. */
    public List<String> children(String path) {
        if (addresses.isEmpty()) {
            return List.of();
        }
        CompletableFuture<List<String>> found = new CompletableFuture<>();
        try {
            ChildrenCallback taken = (status, of, context, children) ->
                    found.complete(Optional.ofNullable(children).orElse(List.of()));
            living().client().getChildren(path, false, taken, path);
            return found.get(COMPLETION_MILLIS, TimeUnit.MILLISECONDS).stream()
                    .sorted()
                    .toList();
        } catch (IOException | IllegalArgumentException | ExecutionException | TimeoutException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /**
     * Runs one line as zkCli would, without the word {@code zk}, and returns 0 if it succeeded. zkCli itself returns 0 for
     * many failures; here a complaint on standard error counts as one.
     *
     * @throws InterruptedException if the thread is interrupted, which is how a command is stopped
     */
    public int run(String line) throws InterruptedException {
        List<String> words = Words.ofZk(line);
        if (words.isEmpty()) {
            output.err(Known.COMMANDS.usage());
            return FAILED;
        }
        Optional<String> refusal = confined ? Confinement.refusal(words, addresses) : Optional.empty();
        if (refusal.isPresent()) {
            return failed(refusal.get());
        }
        if (words.get(0).equals("-server") && words.size() > 2) {
            return runElsewhere(words.get(1), words.subList(2, words.size()));
        }
        if (!words.get(0).equals("redo")) {
            history.add(line.strip());
        }
        return Known.COMMANDS.isOfTheShell(words.get(0)) ? ofTheShell(words) : ofServers(words);
    }

    @Override
    public void close() {
        disconnect();
    }

    private int ofTheShell(List<String> words) throws InterruptedException {
        return switch (words.get(0)) {
            case "connect" -> reconnect(words);
            case "quit" -> {
                String id = session().stream()
                        .mapToObj(each -> "0x" + Long.toHexString(each))
                        .findFirst()
                        .orElse("");
                disconnect();
                output.out(
                        "Session " + id + (id.isEmpty() ? "" : " ") + "closed. The next zk command opens another.\n");
                yield 0;
            }
            case "history" -> {
                int first = Math.max(0, history.size() - 1 - SHOWN_HISTORY);
                for (int i = first; i < history.size(); i++) {
                    output.out(i + " - " + history.get(i) + "\n");
                }
                yield 0;
            }
            case "redo" -> redo(words);
            case "printwatches" -> {
                if (words.size() > 1) {
                    printsWatches = words.get(1).equals("on");
                } else {
                    output.out("printwatches is " + (printsWatches ? "on" : "off") + "\n");
                }
                yield 0;
            }
            default -> {
                output.out(Known.COMMANDS.usage());
                yield 0;
            }
        };
    }

    private int redo(List<String> words) throws InterruptedException {
        try {
            String line = history.get(Integer.decode(words.get(1)));
            output.out(line + "\n");
            return run(line);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return failed("Command index out of range: redo takes a number that \"zk history\" shows.");
        }
    }

    private int reconnect(List<String> words) throws InterruptedException {
        disconnect();
        try {
            ZkSession opened = ZkSession.open(words.size() > 1 ? words.get(1) : addresses, this::happened);
            session = Optional.of(opened);
            return opened.awaitConnected(LONGEST_WAIT) ? 0 : unanswered(opened);
        } catch (IOException | IllegalArgumentException e) {
            return failed("Cannot connect: " + e.getMessage());
        }
    }

    private int ofServers(List<String> words) throws InterruptedException {
        Optional<CliCommand> command = Known.COMMANDS.ofServers(words.get(0));
        if (command.isEmpty()) {
            return unknown(words.get(0));
        }
        if (addresses.isEmpty() && session.isEmpty()) {
            return failed("This cluster has no ZooKeeper.");
        }
        if (session.filter(before -> !before.isAlive()).isPresent()) {
            output.err("The session before has ended (closed or expired); this is a new one.\n");
        }
        try {
            ZkSession open = living();
            boolean served = open.awaitConnected(LONGEST_WAIT) && open.awaitServed(LONGEST_WAIT);
            return served ? execute(command.get(), words, open) : unanswered(open);
        } catch (IOException | IllegalArgumentException e) {
            return failed("Cannot connect to " + addresses + ": " + e.getMessage());
        }
    }

    /** As {@code zkCli.sh -server host:port command} does: a session for this one command. */
    private int runElsewhere(String server, List<String> words) throws InterruptedException {
        Optional<CliCommand> command = Known.COMMANDS.ofServers(words.get(0));
        if (command.isEmpty()) {
            return unknown(words.get(0));
        }
        try (ZkSession once = ZkSession.open(server, event -> {})) {
            return once.awaitConnected(LONGEST_WAIT) ? execute(command.get(), words, once) : unanswered(once);
        } catch (IOException | IllegalArgumentException e) {
            return failed("Cannot connect to " + server + ": " + e.getMessage());
        }
    }

    private synchronized ZkSession living() throws IOException {
        if (session.filter(ZkSession::isAlive).isEmpty()) {
            session = Optional.of(ZkSession.open(addresses, this::happened));
        }
        return session.orElseThrow();
    }

    private int execute(CliCommand command, List<String> words, ZkSession open) throws InterruptedException {
        Complaints complaints = new Complaints(output);
        try (Printing out = Printing.to(output::out);
                Printing err = Printing.to(complaints::said)) {
            command.setOut(out);
            command.setErr(err);
            command.setZk(open.client());
            CliCommand parsed = command.parse(words.toArray(String[]::new));
            if (words.get(0).equals("close")) {
                // Its own exec does no more, and waits for a tenth of a second longer.
                disconnect();
            } else {
                parsed.exec();
            }
        } catch (CliException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException("zk " + words.get(0) + " was stopped");
            }
            return failed(Optional.ofNullable(e.getMessage()).orElseGet(e::toString));
        } catch (IllegalArgumentException e) {
            // Numbers and the like that a command took as they came; zkCli itself ends on them.
            return failed(e.getMessage() + "\n" + command.getUsageStr().strip());
        }
        return complaints.anyMade() ? FAILED : 0;
    }

    private int unanswered(ZkSession tried) {
        return failed("No server of " + tried.addresses() + " has taken the session within " + LONGEST_WAIT.toSeconds()
                + " s. A majority of the servers must run; /cluster shows which do.");
    }

    private int unknown(String name) {
        if (name.equals("multi")) {
            return failed("zkCli has no multi. In Java: zk.multi(List.of(Op.check(path, version), Op.setData(…)))");
        }
        List<String> nearest = Nearest.of(name, Known.COMMANDS.names());
        String meant =
                nearest.isEmpty() ? "\"zk help\" lists them." : "Did you mean " + String.join(", ", nearest) + "?";
        return failed("Command not found: " + name + ". " + meant);
    }

    private int failed(String sentence) {
        output.err(sentence + "\n");
        return FAILED;
    }

    private void happened(WatchedEvent event) {
        if (printsWatches) {
            output.event("WATCHER:: " + event);
        }
    }
}
