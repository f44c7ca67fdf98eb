package quorumbook.repl.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command line in words, as each kind of shell takes it. */
final class Words {
    // The two patterns of ZooKeeperMain.MyCommandOptions, which keeps them to itself.
    private static final Pattern ZK_WORD = Pattern.compile("\\s*([^\"']\\S*|\"[^\"]*\"|'[^']*')\\s*");
    private static final Pattern ZK_QUOTED = Pattern.compile("^(['\"])(.*)(\\1)$");

    private Words() {}

    /** As zkCli reads a line: quotes hold a word together when they surround all of it. */
    static List<String> ofZk(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = ZK_WORD.matcher(line);
        while (matcher.find()) {
            String word = matcher.group(1);
            words.add(ZK_QUOTED.matcher(word).matches() ? word.substring(1, word.length() - 1) : word);
        }
        return words;
    }

    /** As a shell reads a line without variables: blanks separate, quotes and backslashes protect. */
    static List<String> ofShell(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else if (c == '\\' && quote != '\'' && i + 1 < line.length() && escapes(quote, line.charAt(i + 1))) {
                i++;
                // A line that goes on below is one line.
                if (line.charAt(i) != '\n') {
                    word.append(line.charAt(i));
                    inWord = true;
                }
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean escapes(char quote, char next) {
        return quote == 0 || next == '"' || next == '\\' || next == '\n';
    }
}
