package quorumbook.repl.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import quorumbook.repl.desk.Conversation;
import quorumbook.repl.desk.Conversation.Turn;

/** Feeds a conversation from a script, an input at a time, as if it had been typed. */
public final class ScriptedRun {
    /** Exit status of a script one of whose turns failed. */
    public static final int FAILED = 1;

    private ScriptedRun() {}

    /** What a turn that failed means for the rest. */
    public enum OnFailure {
        STOP,
        KEEP_GOING
    }

    /** Runs the script to its end, to the first failed turn or to {@code /exit}; returns the exit status. */
    public static int run(Conversation conversation, BufferedReader script) {
        return run(conversation, script, OnFailure.STOP);
    }

    public static int run(Conversation conversation, BufferedReader script, OnFailure onFailure) {
        int status = 0;
        StringBuilder input = new StringBuilder();
        try {
            for (String line = script.readLine(); line != null; line = script.readLine()) {
                input.append(input.isEmpty() ? "" : "\n").append(line);
                if (input.toString().isBlank() || conversation.isUnfinished(input.toString())) {
                    continue;
                }
                Turn turn = conversation.submit(input.toString());
                input.setLength(0);
                if (turn == Turn.LEAVE) {
                    return status;
                }
                status = turn == Turn.FAILED ? FAILED : status;
                if (turn == Turn.FAILED && onFailure == OnFailure.STOP) {
                    return status;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the script on standard input cannot be read any further", e);
        }
        // An input that the script breaks off in is still judged: the desk says what is missing.
        boolean brokenOff = !input.toString().isBlank();
        return brokenOff && conversation.submit(input.toString()) == Turn.FAILED ? FAILED : status;
    }
}
