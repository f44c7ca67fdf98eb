package quorumbook.repl.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import quorumbook.labs.program.NotRunnableException;

/** JShell, in our words. For one thread at a time. */
final class Session implements Shell {
    private static final String OURS = "quorumbook.agent.";

    private final JShell shell;
    private final AgentControl control;
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
                .map(event -> result(event, events, whole, offset));
    }

    @Override
    public Capture capture(String source) throws NotRunnableException {
        Capture capture = Capture.empty();
        preloading = true;
        control.divert(capture);
        try {
            for (SnippetEvent event : shell.eval(source)) {
                if (event.status() == Status.REJECTED) {
                    throw new NotRunnableException(Problem.inAClause(problems(event.snippet(), source, 0)));
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
                .filter(each -> !isPreloaded(each) && !missing(each).isEmpty())
                .filter(each -> Pattern.compile("\\b" + each.name() + "\\b")
                        .matcher(source)
                        .find())
                .map(this::unresolvedWords)
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

    private Result result(SnippetEvent event, List<SnippetEvent> events, String whole, int offset) {
        Snippet snippet = event.snippet();
        String source = snippet.source().strip();
        if (event.status() == Status.REJECTED) {
            return new Result.Rejected(source, problems(snippet, whole, offset));
        }
        if (event.exception() != null) {
            return new Result.Thrown(source, failure(event.exception()));
        }
        if (snippet instanceof MethodSnippet || snippet instanceof TypeDeclSnippet) {
            return declared((DeclarationSnippet) snippet, change(event, events), source);
        }
        if (event.status() == Status.RECOVERABLE_NOT_DEFINED || event.status() == Status.RECOVERABLE_DEFINED) {
            return undefinedVariable(event, source);
        }
        return valueOf(event, snippet, source);
    }

    private Result valueOf(SnippetEvent event, Snippet snippet, String source) {
        if (event.value() == null || !snippet.subKind().hasValue()) {
            return new Result.Done(source);
        }
        if (snippet instanceof VarSnippet variable) {
            return new Result.Value(source, variable.name(), variable.typeName(), event.value());
        }
        if (snippet instanceof ExpressionSnippet expression) {
            return new Result.Value(source, expression.name(), expression.typeName(), event.value());
        }
        return new Result.Done(source);
    }

    private Result undefinedVariable(SnippetEvent event, String source) {
        VarSnippet variable = (VarSnippet) event.snippet();
        return new Result.Declared(source, "variable", variable.name(), "created", missing(variable));
    }

    private Result declared(DeclarationSnippet snippet, String change, String source) {
        String name = snippet instanceof MethodSnippet method
                ? method.name() + "(" + method.parameterTypes() + ")"
                : snippet.name();
        return new Result.Declared(source, kind(snippet.subKind()), name, change, missing(snippet));
    }

    private static String change(SnippetEvent event, List<SnippetEvent> events) {
        if (!event.previousStatus().isActive()) {
            return "created";
        }
        // To JShell each change is a new signature here, since our JVM never redefines a class.
        boolean sameSignature = events.stream()
                .filter(each -> each.status() == Status.OVERWRITTEN)
                .anyMatch(each -> each.snippet() instanceof MethodSnippet before
                        && event.snippet() instanceof MethodSnippet after
                        && before.signature().equals(after.signature()));
        return sameSignature ? "modified" : "replaced";
    }

    private List<String> missing(DeclarationSnippet snippet) {
        return shell.unresolvedDependencies(snippet).toList();
    }

    private static String kind(SubKind kind) {
        return switch (kind) {
            case METHOD_SUBKIND -> "method";
            case ANNOTATION_TYPE_SUBKIND -> "annotation interface";
            default -> kind.name().replace("_SUBKIND", "").toLowerCase(Locale.ROOT);
        };
    }

    private List<Problem> problems(Snippet snippet, String whole, int offset) {
        return shell.diagnostics(snippet)
                .map(each -> problem(each, whole, offset))
                .toList();
    }

    private static Problem problem(Diag diag, String whole, int offset) {
        // "location: class" names a class of JShell's, which is nothing to the learner.
        String message = diag.getMessage(Locale.getDefault())
                .lines()
                .filter(line -> !line.strip().startsWith("location:"))
                .collect(Collectors.joining("\n"));
        int from = offset + (int) Math.max(0, diag.getStartPosition());
        int to = offset + (int) Math.max(0, diag.getEndPosition());
        return Problem.at(whole, from, to, message, diag.isError());
    }

    private Failure failure(Throwable thrown) {
        String name = thrown instanceof EvalException eval
                ? eval.getExceptionClassName()
                : thrown.getClass().getName();
        Optional<String> message = Optional.ofNullable(thrown.getMessage());
        if (thrown instanceof UnresolvedReferenceException unresolved) {
            name = "call of what is not complete yet";
            message = Optional.of(unresolvedWords(unresolved.getSnippet()));
        }
        Optional<Failure> cause = Optional.ofNullable(thrown.getCause())
                .filter(JShellException.class::isInstance)
                .map(this::failure);
        return new Failure(name, message, frames(thrown.getStackTrace()), cause);
    }

    private String unresolvedWords(DeclarationSnippet snippet) {
        return snippet.name() + " cannot be used until " + String.join(", and ", missing(snippet)) + " is declared";
    }

    private static List<String> frames(StackTraceElement[] stack) {
        List<String> frames = new ArrayList<>();
        for (StackTraceElement each : stack) {
            if (!each.getClassName().startsWith(OURS)) {
                frames.add("at " + frame(each));
            }
        }
        return frames;
    }

    private static String frame(StackTraceElement element) {
        String className = element.getClassName();
        String place = Optional.ofNullable(element.getFileName()).orElse("Unknown Source");
        String method = (className.isEmpty() ? "" : className.substring(className.lastIndexOf('.') + 1) + ".")
                + (element.getMethodName().isEmpty() ? "" : element.getMethodName() + " ");
        return method + "(" + place + (element.getLineNumber() >= 0 ? ":" + element.getLineNumber() : "") + ")";
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
