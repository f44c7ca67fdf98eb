package quorumbook.repl.terminal.look;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours code by what its words look like; good enough for reading, and never changes a character. */
public enum Lexer {
    JAVA("(?<comment>//[^\\n]*|/\\*(?s:.*?)(?:\\*/|$))"
            + "|(?<string>\"\"\"(?s:.*?)(?:\"\"\"|$)|\"(?:\\\\.|[^\"\\\\\\n])*\"?|'(?:\\\\.|[^'\\\\\\n])*'?)"
            + "|(?<number>\\b\\d[\\w.]*)"
            + "|(?<keyword>\\b(?:abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double"
            + "|else|enum|extends|final|finally|float|for|if|implements|import|instanceof|int|interface|long|new"
            + "|null|package|private|protected|public|record|return|sealed|short|static|super|switch|synchronized"
            + "|this|throw|throws|true|false|try|var|void|volatile|while|yield)\\b)"),

    /** Commands with options and paths: the workbook's, zkCli's, the kafka tools', a shell's. */
    COMMAND("(?<comment>(?<=^|\\s)#[^\\n]*)"
            + "|(?<string>\"(?:\\\\.|[^\"\\\\])*\"?|'[^']*'?)"
            + "|(?<option>(?<=\\s)--?[A-Za-z][\\w.-]*)"
            + "|(?<command>(?m:^)\\s*(?:zk[ \\t]+[A-Za-z]\\w*|[/A-Za-z][\\w.-]*)(?=\\s|$))"
            + "|(?<path>(?<=\\s)/\\S*)"
            + "|(?<number>(?<=\\s)\\d[\\d.]*(?=\\s|$))");

    private final Pattern pattern;

    Lexer(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** The lexer for the word after a fence, if there is one. */
    static List<Run> code(String language, String text) {
        return switch (language) {
            case "java", "jshell" -> JAVA.runs(text);
            case "zk", "kafka", "sh", "bash", "shell", "console", "command", "commands", "jsh" -> COMMAND.runs(text);
            default -> List.of(Run.plain(text));
        };
    }

    /** The text cut into runs; joined they are the text again. */
    public List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                runs.add(Run.plain(text.substring(end, matcher.start())));
            }
            runs.add(new Run(ink(matcher), matcher.group()));
            end = matcher.end();
        }
        if (end < text.length()) {
            runs.add(Run.plain(text.substring(end)));
        }
        return runs;
    }

    private Ink ink(Matcher matcher) {
        if (matcher.group("comment") != null) {
            return Ink.COMMENT;
        }
        if (matcher.group("string") != null) {
            return Ink.STRING;
        }
        if (matcher.group("number") != null) {
            return Ink.NUMBER;
        }
        if (this == JAVA) {
            return Ink.KEYWORD;
        }
        if (matcher.group("option") != null) {
            return Ink.OPTION;
        }
        return matcher.group("command") != null ? Ink.COMMAND : Ink.CODE;
    }
}
