package quorumbook.repl.engine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** What JShell tells of a snippet that it evaluated, as one of our results. */
final class Results {
    private final JShell shell;
    private final Unresolved unresolved;
    private final Failures failures;

    Results(JShell shell, Unresolved unresolved) {
        this.shell = shell;
        this.unresolved = unresolved;
        this.failures = new Failures(unresolved);
    }

    /**
     * What became of a snippet.
     *
     * @param events all that its evaluation told
     * @param whole all that was typed, which problems are placed in
     * @param offset where in it the snippet begins
     */
    Result of(SnippetEvent event, List<SnippetEvent> events, String whole, int offset) {
        Snippet snippet = event.snippet();
        String source = snippet.source().strip();
        if (event.status() == Status.REJECTED) {
            return new Result.Rejected(source, problems(snippet, whole, offset));
        }
        if (event.exception() != null) {
            return new Result.Thrown(source, failures.of(event.exception()));
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
        return new Result.Declared(source, "variable", variable.name(), "created", unresolved.missing(variable));
    }

    private Result declared(DeclarationSnippet snippet, String change, String source) {
        String name = snippet instanceof MethodSnippet method
                ? method.name() + "(" + method.parameterTypes() + ")"
                : snippet.name();
        return new Result.Declared(source, kind(snippet.subKind()), name, change, unresolved.missing(snippet));
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

    private static String kind(SubKind kind) {
        return switch (kind) {
            case METHOD_SUBKIND -> "method";
            case ANNOTATION_TYPE_SUBKIND -> "annotation interface";
            default -> kind.name().replace("_SUBKIND", "").toLowerCase(Locale.ROOT);
        };
    }

    /** What the compiler says about a snippet. */
    List<Problem> problems(Snippet snippet, String whole, int offset) {
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
}
