package quorumbook.repl.timeline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import quorumbook.labs.await.Eventually;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real browser without a window, spoken to by the DevTools protocol: it opens a page and tells everything about it. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final Conversation conversation;
    private String session = "";

    private Browser(Process process, Conversation conversation) {
        this.process = process;
        this.conversation = conversation;
    }

    /** One to open {@code what} in, its profile in that folder; without Chromium a test is skipped, if it is not required. */
    public static Browser need(String what, Path folder) throws IOException, InterruptedException {
        boolean required =
                System.getenv().getOrDefault("QUORUMBOOK_REQUIRE", "").contains("browser");
        assumeTrue(
                required || program().findFirst().isPresent(),
                "no Chromium is installed: the " + what + " was not opened in a browser (Debian: chromium)");
        return start(Files.createDirectories(folder.resolve("profile")));
    }

    private static Stream<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable);
    }

    /** Starts it with nothing of its own: no profile, no network of its own accord. */
    private static Browser start(Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program().findFirst().orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolveSibling("browser.log").toFile())
                .start();
        Path address = profile.resolve("DevToolsActivePort");
        if (!Eventually.holds(PATIENCE, () -> lines(address).size() >= 2)) {
            process.destroyForcibly();
            throw new IllegalStateException("the browser did not start; see " + profile.resolveSibling("browser.log"));
        }
        List<String> lines = lines(address);
        Browser browser =
                new Browser(process, Conversation.with(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1))));
        browser.attach();
        return browser;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void attach() {
        String target = ask("Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asString();
        session = ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asString();
        Stream.of("Page", "Runtime", "Log", "Network", "Accessibility")
                .forEach(domain -> ask(domain + ".enable", Map.of()));
    }

    public JsonNode ask(String method, Map<String, ?> parameters) {
        return conversation.ask(session, method, parameters);
    }

    /** Opens the address and waits until all of it is there. */
    public void open(URI address, Map<String, ?> window) throws InterruptedException {
        ask("Emulation.setDeviceMetricsOverride", window);
        int before = heard("Page.loadEventFired").size();
        ask("Page.navigate", Map.of("url", address.toString()));
        if (!Eventually.holds(PATIENCE, () -> heard("Page.loadEventFired").size() > before)) {
            throw new IllegalStateException("the browser did not open " + address);
        }
    }

    public void prefer(String scheme) {
        ask(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** What the expression comes to in the page. */
    public JsonNode value(String expression) {
        JsonNode answer = ask("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.get("result").path("value");
    }

    /** What the browser told of its own accord. */
    public List<JsonNode> heard(String method) {
        return conversation.heard.stream()
                .filter(told -> told.path("method").asString("").equals(method))
                .map(told -> told.get("params"))
                .toList();
    }

    public void picture(Path file) throws IOException {
        String image = ask("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
                .get("data")
                .asString();
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(image));
    }

    @Override
    public void close() throws InterruptedException {
        conversation.ask("", "Browser.close", Map.of());
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    /** Questions and answers over a web socket, and what is told unasked. */
    private static final class Conversation implements WebSocket.Listener {
        private final AtomicInteger asked = new AtomicInteger();
        private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
        private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

        static Conversation with(URI address) {
            Conversation conversation = new Conversation();
            conversation.socket.complete(HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(address, conversation)
                    .join());
            return conversation;
        }

        JsonNode ask(String session, String method, Map<String, ?> parameters) {
            int id = asked.incrementAndGet();
            CompletableFuture<JsonNode> answer = new CompletableFuture<>();
            open.put(id, answer);
            Map<String, Object> question =
                    new java.util.HashMap<>(Map.of("id", id, "method", method, "params", parameters));
            if (!session.isEmpty()) {
                question.put("sessionId", session);
            }
            socket.join().sendText(JSON.writeValueAsString(question), true).join();
            JsonNode whole =
                    answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            if (whole.has("error")) {
                throw new IllegalStateException(method + ": " + whole.get("error"));
            }
            return whole.path("result");
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                JsonNode message = JSON.readTree(part.toString());
                part.setLength(0);
                if (message.has("id")) {
                    Objects.requireNonNull(open.remove(message.get("id").asInt()))
                            .complete(message);
                } else {
                    heard.add(message);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(last);
        }
    }
}
