package quorumbook.repl.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * How variables got the values that they were declared with, so that another JVM can make such values too: a
 * {@code Random}, a lock, a number. What acts on the cluster is not done again for each copy of a program.
 */
final class Initializers {
    private static final Pattern ACTS = Pattern.compile("\\b(zk|admin|producer|consumer|report)\\s*[.(]");

    private final List<Kept> kept = new ArrayList<>();

    private record Kept(VarSnippet variable, byte[] invocation) {}

    /** Keeps what an evaluation invoked for the variables that it declared; the latter come in the same order. */
    void keep(List<SnippetEvent> events, List<byte[]> invoked) {
        List<SnippetEvent> own =
                events.stream().filter(each -> each.causeSnippet() == null).toList();
        if (own.size() != invoked.size()) {
            return;
        }
        for (int i = 0; i < own.size(); i++) {
            SnippetEvent event = own.get(i);
            if (event.status() == Status.VALID
                    && event.exception() == null
                    && event.snippet().subKind() == SubKind.VAR_DECLARATION_WITH_INITIALIZER_SUBKIND
                    && event.snippet() instanceof VarSnippet variable) {
                kept.add(new Kept(variable, invoked.get(i)));
            }
        }
    }

    /** The invocations for variables that still hold and whose values come neither from the cluster nor from a method. */
    List<byte[]> harmless(Predicate<VarSnippet> holds, Collection<String> methods) {
        return kept.stream()
                .filter(each -> holds.test(each.variable()))
                .filter(each -> isHarmless(each.variable().source(), methods))
                .map(Kept::invocation)
                .toList();
    }

    private static boolean isHarmless(String source, Collection<String> methods) {
        return !ACTS.matcher(source).find()
                && methods.stream()
                        .noneMatch(name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\s*\\(")
                                .matcher(source)
                                .find());
    }
}
