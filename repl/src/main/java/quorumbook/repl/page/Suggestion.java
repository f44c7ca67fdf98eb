package quorumbook.repl.page;

/**
 * One way to go on from where the cursor is.
 *
 * @param from where in the input the text that it replaces begins
 * @param text what stands there afterwards
 * @param finished whether a space may follow: false for {@code /app/} or {@code zk.}
 * @param group the heading it is shown under, or empty
 * @param about a few words on it, or empty
 */
public record Suggestion(int from, String text, boolean finished, String group, String about) {
    public static Suggestion of(int from, String text) {
        return new Suggestion(from, text, true, "", "");
    }
}
