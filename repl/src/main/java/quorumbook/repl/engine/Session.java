package quorumbook.repl.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import quorumbook.labs.program.NotRunnableException;

/** JShell, in our words. For one thread at a time. */
final class Session implements Shell {
    private final JShell shell;
    private final AgentControl control;
    private final Unresolved unresolved;
    private final Results results;
    private boolean preloading;
    private int preloaded;
    private int typed;
    private final Initializers initializers = new Initializers();

    private Session(AgentControl control, String classPath, List<String> compilerOptions) {
        this.control = control;
        this.shell = JShell.builder()
                .executionEngine(new Provider(control), Map.of())
                .idGenerator((snippet, number) -> nextId())
                .tempVariableNameGenerator(() -> preloading ? "$s" + (preloaded + 1) : "$" + (typed + 1))
                .compilerOptions(compilerOptions.toArray(String[]::new))
                .build();
        this.unresolved = new Unresolved(shell);
        this.results = new Results(shell, unresolved);
        shell.addToClasspath(classPath);
    }

    /** @param classPath what the compiler finds, as one string */
    static Session open(Errands errands, String classPath, List<String> compilerOptions) {
        return new Session(AgentControl.of(errands), classPath, compilerOptions);
    }

    private String nextId() {
        return preloading ? "s" + ++preloaded : Integer.toString(++typed);
    }

    private static boolean isPreloaded(Snippet snippet) {
        return snippet.id().startsWith("s");
    }

    @Override
    public Piece analyze(String source) {
        CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(source);
        Completeness completeness = switch (info.completeness()) {
            case EMPTY -> Completeness.EMPTY;
            case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> Completeness.INCOMPLETE;
            case UNKNOWN -> Completeness.UNKNOWN;
            default -> Completeness.COMPLETE;
        };
        return new Piece(
                completeness,
                Optional.ofNullable(info.source()),
                Optional.ofNullable(info.remaining()).orElse(""));
    }

    @Override
    public Optional<Result> preload(String source) {
        preloading = true;
        try {
            return evaluate(source, source, 0).filter(result -> !result.succeeded());
        } finally {
            preloading = false;
        }
    }

    @Override
    public Optional<Result> preloadEachTime(String source) {
        control.keepInvocations(true);
        try {
            return preload(source);
        } finally {
            control.keepInvocations(false);
        }
    }

    @Override
    public boolean hasPreloaded(String name) {
        return preloadedVariable(name).isPresent();
    }

    @Override
    public void drop(String name) {
        preloadedVariable(name).ifPresent(shell::drop);
    }

    private Optional<VarSnippet> preloadedVariable(String name) {
        return shell.variables()
                .filter(each -> isPreloaded(each) && each.name().equals(name))
                .findFirst();
    }

    @Override
    public Optional<Result> evaluate(String snippetSource, String whole, int offset) {
        List<byte[]> invoked = new ArrayList<>();
        control.showInvocations(invoked::add);
        List<SnippetEvent> events = shell.eval(snippetSource);
        initializers.keep(events, invoked);
        // The other events tell of snippets that changed because of this one.
        return events.stream()
                .filter(event -> event.causeSnippet() == null)
                .findFirst()
                .map(event -> results.of(event, events, whole, offset));
    }

    @Override
    public Capture capture(String source) throws NotRunnableException {
        Capture capture = Capture.empty();
        preloading = true;
        control.divert(capture);
        try {
            for (SnippetEvent event : shell.eval(source)) {
                if (event.status() == Status.REJECTED) {
                    throw new NotRunnableException(Problem.inAClause(results.problems(event.snippet(), source, 0)));
                }
                if (event.causeSnippet() == null && event.snippet() instanceof VarSnippet temporary) {
                    shell.drop(temporary);
                }
            }
            return capture;
        } finally {
            control.sendAgain();
            preloading = false;
        }
    }

    @Override
    public List<byte[]> initializers() {
        List<String> methods = shell.methods()
                .filter(each -> !isPreloaded(each))
                .map(MethodSnippet::name)
                .toList();
        return initializers.harmless(each -> shell.status(each).isActive() && !isPreloaded(each), methods);
    }

    @Override
    public Optional<String> unfinished(String source) {
        return shell.methods()
                .filter(each -> !isPreloaded(each) && !unresolved.missing(each).isEmpty())
                .filter(each -> Pattern.compile("\\b" + each.name() + "\\b")
                        .matcher(source)
                        .find())
                .map(unresolved::inWords)
                .findFirst();
    }

    @Override
    public List<Variable> variables() {
        return shell.variables()
                .filter(each -> !isPreloaded(each))
                .map(each -> new Variable(each.typeName(), each.name(), shell.varValue(each)))
                .toList();
    }

    @Override
    public List<String> snippets() {
        return shell.snippets()
                .filter(each -> !isPreloaded(each) && shell.status(each).isActive())
                .map(each -> each.source().strip())
                .toList();
    }

    @Override
    public List<Completion> complete(String source, int cursor) {
        int[] anchor = {cursor};
        return shell.sourceCodeAnalysis().completionSuggestions(source, cursor, anchor).stream()
                .filter(suggestion -> !suggestion.continuation().startsWith("quorumbook"))
                .map(suggestion -> completion(suggestion.continuation(), anchor[0]))
                .distinct()
                .toList();
    }

    private static Completion completion(String text, int from) {
        boolean open = text.endsWith(".") || text.endsWith("(") || text.endsWith("<");
        return new Completion(from, text, !open);
    }

    @Override
    public Optional<String> documentation(String source, int cursor) {
        String text = shell.sourceCodeAnalysis().documentation(source, cursor, true).stream()
                .map(each -> each.signature()
                        + Optional.ofNullable(each.javadoc())
                                .map(doc -> "\n" + Javadoc.plain(doc))
                                .orElse(""))
                .distinct()
                .collect(Collectors.joining("\n\n"));
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    @Override
    public void close() {
        shell.close();
    }

    /** Gives JShell the control that we made. */
    private record Provider(AgentControl control) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "quorumbook";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return control;
        }
    }
}
