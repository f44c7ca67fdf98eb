package quorumbook.repl.engine;

import java.util.List;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;

/** What declarations mention that is not declared itself yet. */
record Unresolved(JShell shell) {
    List<String> missing(DeclarationSnippet snippet) {
        return shell.unresolvedDependencies(snippet).toList();
    }

    String inWords(DeclarationSnippet snippet) {
        return snippet.name() + " cannot be used until " + String.join(", and ", missing(snippet)) + " is declared";
    }
}
