package quorumbook.repl.command;

import java.util.ArrayList;
import java.util.List;
import quorumbook.repl.desk.Conversation;

/** A text as a list of inputs, cut where Enter would have ended one at the prompt. */
public final class Script {
    private Script() {}

    /** The inputs of the text; blank lines and comments between inputs are left out. */
    public static List<String> inputs(String text, Conversation conversation) {
        List<String> inputs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (open.isEmpty() && (line.isBlank() || line.strip().startsWith("//"))) {
                continue;
            }
            open.append(open.isEmpty() ? "" : "\n").append(line);
            if (!conversation.isUnfinished(open.toString())) {
                inputs.add(open.toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            inputs.add(open.toString());
        }
        return inputs;
    }
}
