package quorumbook.repl.tools;

import quorumbook.repl.engine.Output;

/** Tells what zkCli's commands complain of from what else they print on standard error. */
final class Complaints {
    private final Output output;
    private boolean made;

    Complaints(Output output) {
        this.output = output;
    }

    /** Takes whole lines. */
    void said(String lines) {
        if (lines.startsWith("Created ") || lines.startsWith("absolute path is ")) {
            // Good news; zkCli has it there so that scripts can throw it away.
            output.out(lines);
            return;
        }
        output.err(lines);
        made |= !lines.isBlank() && !lines.contains("has been deprecated");
    }

    boolean anyMade() {
        return made;
    }
}
