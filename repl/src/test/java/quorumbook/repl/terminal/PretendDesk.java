package quorumbook.repl.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import quorumbook.repl.desk.Conversation;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Screen;
import quorumbook.repl.page.Screen.Stream;
import quorumbook.repl.page.Span;
import quorumbook.repl.page.Status;
import quorumbook.repl.page.Suggestion;

/** A desk without lessons, clusters or Java: enough to drive a prompt and see what it does. */
final class PretendDesk implements Conversation {
    private static final List<String> COMMANDS = List.of(
            "/check", "/clock", "/exit", "/long", "/slow", "/ask", "/edit", "/happen", "/flood", "/busy", "/fail");

    private final Screen screen;
    private final List<String> submitted = new ArrayList<>();
    private volatile CountDownLatch stop = new CountDownLatch(1);
    private volatile String offered = System.getProperty("offered", "");
    private volatile String role = "leader";

    PretendDesk(Screen screen) {
        this.screen = screen;
    }

    List<String> submitted() {
        return submitted;
    }

    @Override
    public String prompt() {
        return "tree> ";
    }

    @Override
    public Optional<String> offered() {
        return Optional.of(offered).filter(text -> !text.isEmpty());
    }

    @Override
    public boolean isUnfinished(String input) {
        return !input.startsWith("/")
                && input.chars().filter(c -> c == '{').count()
                        > input.chars().filter(c -> c == '}').count();
    }

    @Override
    public Language language(String input) {
        if (input.startsWith("/") || input.startsWith("echo ")) {
            return Language.COMMAND;
        }
        return input.startsWith("zk ") ? Language.ZK : Language.JAVA;
    }

    @Override
    public Turn submit(String input) {
        submitted.add(input);
        offered = "";
        String[] words = input.split(" ", 2);
        switch (words[0]) {
            case "/exit" -> {
                return Turn.LEAVE;
            }
            case "/fail" -> {
                screen.show(Page.of(Span.bad("✗ "), Span.plain("as asked")));
                return Turn.FAILED;
            }
            case "/offer" -> offered = words[1];
            case "/role" -> role = words[1];
            default -> act(words);
        }
        return Turn.DONE;
    }

    private void act(String[] words) {
        switch (words[0]) {
            case "echo" -> screen.stream(Stream.OUT, words[1] + "\n");
            case "/part" -> screen.stream(Stream.OUT, words[1]);
            case "/err" -> screen.stream(Stream.ERR, words[1] + "\n");
            case "/long" ->
                screen.show(Page.markdown("# Long\n\n"
                        + String.join(
                                "\n\n",
                                IntStream.range(1, 61)
                                        .mapToObj(i -> "line " + i)
                                        .toList())));
            case "/slow" -> slow();
            case "/busy" -> busy();
            case "/follow" -> follow();
            case "/flood" -> flood();
            case "/ask" -> screen.show(Page.of(Span.plain("got " + screen.ask("stdin> "))));
            case "/edit" -> screen.show(Page.of(Span.plain("edited " + screen.edit("my.jsh", "int x = 1;\n"))));
            case "/happen" ->
                new Thread(() -> {
                            pause(1500);
                            screen.happened(Page.of(Span.warning("! "), Span.plain("a watch fired: /app 变了")));
                        })
                        .start();
            default ->
                screen.show(Page.of(
                        Span.code("input "),
                        Span.plain(words.length + " words: "),
                        Span.plain(String.join(" ", words).replace("\n", "⏎"))));
        }
    }

    private void slow() {
        for (int i = 0; i < 100; i++) {
            screen.stream(Stream.OUT, "tick " + i + "\n");
            if (pause(200)) {
                screen.show(Page.of(Span.warning("stopped")));
                return;
            }
        }
    }

    private void busy() {
        for (String phase : List.of("pulling", "starting 3/5", "electing")) {
            screen.busy(phase);
            if (pause(1000)) {
                break;
            }
        }
        screen.idle();
        screen.show(Page.of(Span.good("✓ "), Span.plain("ready")));
    }

    /** A line that stays, and a count that goes up to three. */
    private void follow() {
        AtomicInteger count = new AtomicInteger();
        try {
            screen.follow(() -> Page.writing()
                    .line(Span.plain("two servers"))
                    .line(Span.plain("count " + Math.min(3, count.incrementAndGet())))
                    .done());
            screen.show(Page.of(Span.plain("followed")));
        } catch (Exception e) {
            screen.show(Page.of(Span.bad(e.toString())));
        }
    }

    private void flood() {
        for (int i = 0; i < 100_000 && stop.getCount() > 0; i++) {
            screen.stream(Stream.OUT, "line " + i + "\n");
        }
        stop = new CountDownLatch(1);
    }

    /** Whether it was interrupted meanwhile. */
    private boolean pause(long millis) {
        try {
            if (stop.await(millis, TimeUnit.MILLISECONDS)) {
                stop = new CountDownLatch(1);
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public void interrupt() {
        stop.countDown();
    }

    @Override
    public List<Suggestion> complete(String input, int cursor) {
        String typed = input.substring(0, cursor);
        if (typed.startsWith("/") && !typed.contains(" ")) {
            return COMMANDS.stream()
                    .filter(command -> command.startsWith(typed))
                    .map(command -> new Suggestion(0, command, true, "commands", "does " + command.substring(1)))
                    .toList();
        }
        int from = typed.lastIndexOf(' ') + 1;
        return java.util.stream.Stream.of("/app/config", "/app/中文", "/brokers/")
                .filter(path -> !typed.substring(from).isEmpty() && path.startsWith(typed.substring(from)))
                .map(path -> new Suggestion(from, path, !path.endsWith("/"), "", ""))
                .toList();
    }

    @Override
    public Optional<Page> explain(String input, int cursor) {
        return input.startsWith("/check") ? Optional.of(Page.markdown("**/check** asks the judge")) : Optional.empty();
    }

    private static String ticks() {
        return Boolean.getBoolean("ticks") ? "t" + System.currentTimeMillis() / 250 % 1000 : "";
    }

    @Override
    public Status status() {
        return new Status(
                "zookeeper/tree",
                List.of(
                        Span.good("● zk1 " + role),
                        Span.plain("● zk2 follower"),
                        Span.bad("○ zk3 down"),
                        Span.faint(ticks())));
    }
}
