package quorumbook.repl.tools;

import java.util.ArrayList;
import java.util.List;

/** Reads one line as a shell does, character by character; without variables and wildcards. */
final class ShellWords {
    private static final char NONE = 0;

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote = NONE;
    private int at;

    ShellWords(String line) {
        this.line = line;
    }

    List<String> all() {
        for (at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '\\' && escapesNext()) {
                at++;
                escaped(line.charAt(at));
            } else if (quote == NONE) {
                unquoted(c);
            } else if (c == quote) {
                quote = NONE;
            } else {
                word.append(c);
            }
        }
        endWord();
        return words;
    }

    private boolean escapesNext() {
        if (quote == '\'' || at + 1 == line.length()) {
            return false;
        }
        return quote == NONE || "\"\\\n".indexOf(line.charAt(at + 1)) >= 0;
    }

    private void escaped(char c) {
        // A line that goes on below is one line.
        if (c != '\n') {
            word.append(c);
            inWord = true;
        }
    }

    private void unquoted(char c) {
        if (c == '"' || c == '\'') {
            quote = c;
            inWord = true;
        } else if (Character.isWhitespace(c)) {
            endWord();
        } else {
            word.append(c);
            inWord = true;
        }
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
