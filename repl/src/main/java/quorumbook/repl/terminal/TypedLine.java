package quorumbook.repl.terminal;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import quorumbook.repl.desk.Conversation;
import quorumbook.repl.page.Suggestion;

/**
 * The input as JLine's completion wants to see it. It knows no words of ours: the word is whatever the suggestions replace.
 *
 * @param from where that word begins
 */
record TypedLine(String line, int cursor, int from, List<Suggestion> suggestions) implements CompletingParsedLine {
    static TypedLine of(String line, int cursor, List<Suggestion> suggestions) {
        int from = suggestions.stream().mapToInt(Suggestion::from).min().orElse(cursor);
        return new TypedLine(line, cursor, Math.max(0, Math.min(from, cursor)), suggestions);
    }

    /** The word as it would be with this suggestion, from where the word begins. */
    String whole(Suggestion suggestion) {
        return line.substring(from, Math.max(from, suggestion.from())) + suggestion.text();
    }

    String commonPrefix() {
        String common = suggestions.isEmpty() ? "" : whole(suggestions.get(0));
        for (Suggestion suggestion : suggestions) {
            String whole = whole(suggestion);
            int same = 0;
            while (same < common.length() && same < whole.length() && common.charAt(same) == whole.charAt(same)) {
                same++;
            }
            common = common.substring(0, same);
        }
        return common;
    }

    @Override
    public String word() {
        return line.substring(from, cursor);
    }

    @Override
    public int wordCursor() {
        return cursor - from;
    }

    @Override
    public int wordIndex() {
        return 0;
    }

    @Override
    public List<String> words() {
        return List.of(word());
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        return candidate;
    }

    @Override
    public int rawWordCursor() {
        return wordCursor();
    }

    @Override
    public int rawWordLength() {
        return wordCursor();
    }

    /** Tells JLine where an input ends, and asks for suggestions only when they are wanted. */
    record Reader(Conversation conversation) implements Parser {
        @Override
        public ParsedLine parse(String line, int cursor, ParseContext context) {
            if (context == ParseContext.ACCEPT_LINE && !line.isBlank() && conversation.isUnfinished(line)) {
                throw new EOFError(-1, -1, "unfinished");
            }
            List<Suggestion> suggestions =
                    context == ParseContext.COMPLETE ? conversation.complete(line, cursor) : List.of();
            return of(line, cursor, suggestions);
        }
    }
}
