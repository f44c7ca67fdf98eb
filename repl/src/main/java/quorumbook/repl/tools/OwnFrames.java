package quorumbook.repl.tools;

import java.util.regex.Pattern;

/** Takes out of a stack trace that a tool prints the frames by which we called it: its own script has none. */
final class OwnFrames {
    private static final Pattern OURS = Pattern.compile(
            "\tat (quorumbook\\.agent\\.|java\\.base/jdk\\.internal\\.reflect\\.|java\\.base/java\\.lang\\.reflect\\.Method"
                    + "|java\\.base/java\\.lang\\.Thread\\.run).*",
            Pattern.DOTALL);

    // Guarded by this: the beginning of a line that may become a frame.
    private String begun = "";

    /** What of the text can be shown now. */
    synchronized String without(String text) {
        StringBuilder shown = new StringBuilder();
        String rest = begun + text;
        begun = "";
        for (int end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
            String line = rest.substring(0, end + 1);
            rest = rest.substring(end + 1);
            if (!OURS.matcher(line).matches()) {
                shown.append(line);
            }
        }
        if (rest.startsWith("\t")) {
            begun = rest;
        } else {
            shown.append(rest);
        }
        return shown.toString();
    }
}
