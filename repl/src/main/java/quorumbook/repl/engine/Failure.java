package quorumbook.repl.engine;

import java.util.List;
import java.util.Optional;

/**
 * An exception that a snippet ended with.
 *
 * @param className its class
 * @param stack frames of the learner's code and what it called, {@code "at f (#3:1)"}; none of ours
 */
public record Failure(String className, Optional<String> message, List<String> stack, Optional<Failure> cause) {
    public Failure {
        stack = List.copyOf(stack);
    }

    /** Class and message. */
    public String headline() {
        return className + message.map(text -> ": " + text).orElse("");
    }
}
