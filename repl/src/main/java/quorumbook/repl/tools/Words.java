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
        return new ShellWords(line).all();
    }
}
