package quorumbook.repl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import quorumbook.repl.desk.Conversation.Language;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.desk.Vocabulary;
import quorumbook.repl.page.Suggestion;

/** Ways to go on from the cursor: commands and what they take, given values, and what the three languages know. */
final class Completing {
    private final Desk desk;

    Completing(Desk desk) {
        this.desk = desk;
    }

    List<Suggestion> of(String input, int cursor, Language language) {
        String before = input.substring(0, cursor);
        if (language == Language.COMMAND) {
            return command(before);
        }
        int word = wordStart(before);
        if (language != Language.JAVA && before.startsWith("$", word)) {
            return given(before, word);
        }
        if (language == Language.ZK) {
            return zk(before, word);
        }
        if (language == Language.KAFKA) {
            return kafka(before, word);
        }
        List<Suggestion> java = new ArrayList<>(vocabulary().java(input, cursor));
        if (before.strip().length() <= 6
                && word == before.length() - before.stripLeading().length()) {
            vocabulary().tools().stream()
                    .filter(tool -> tool.startsWith(before.strip()))
                    .forEach(tool -> java.add(Suggestion.of(word, tool)));
        }
        return java;
    }

    private Vocabulary vocabulary() {
        return desk.languages().vocabulary();
    }

    private List<Suggestion> command(String before) {
        int slash = before.indexOf('/');
        int word = wordStart(before);
        if (word <= slash) {
            return Commands.beginningWith(before.substring(slash + 1)).stream()
                    .map(command -> new Suggestion(slash, "/" + command.name(), true, "", command.about()))
                    .toList();
        }
        Words typed = new Words(before.substring(slash + 1, word));
        return Commands.find(typed.first())
                .map(command -> command.choices(desk, new Words(typed.rest())))
                .orElse(List.of())
                .stream()
                .filter(choice -> choice.startsWith(before.substring(word)))
                .map(choice -> Suggestion.of(word, choice))
                .toList();
    }

    private List<Suggestion> given(String before, int word) {
        String begun = before.substring(word + 1);
        return desk.given().values().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(begun))
                .map(entry -> new Suggestion(word, "$" + entry.getKey(), true, "", entry.getValue()))
                .toList();
    }

    private List<Suggestion> zk(String before, int word) {
        List<String> typed = new Words(before.substring(0, word)).all();
        String begun = before.substring(word);
        if (typed.size() <= 1) {
            return beginningWith(vocabulary().zkCommands().stream(), begun, word);
        }
        if (begun.startsWith("-")) {
            return beginningWith(vocabulary().zkFlags(typed.get(1)).stream(), begun, word);
        }
        return begun.startsWith("/") ? paths(begun, word) : List.of();
    }

    private List<Suggestion> paths(String begun, int word) {
        int slash = begun.lastIndexOf('/');
        String parent = slash == 0 ? "/" : begun.substring(0, slash);
        return vocabulary().children(parent).stream()
                .filter(child -> child.startsWith(begun.substring(slash + 1)))
                .map(child -> new Suggestion(word, begun.substring(0, slash + 1) + child, false, "", ""))
                .toList();
    }

    private List<Suggestion> kafka(String before, int word) {
        List<String> typed = new Words(before.substring(0, word)).all();
        String begun = before.substring(word);
        if (typed.isEmpty()) {
            return beginningWith(vocabulary().tools().stream(), begun, word);
        }
        if (begun.startsWith("-")) {
            return beginningWith(vocabulary().toolOptions(typed.get(0)).stream(), begun, word);
        }
        boolean topic = typed.get(typed.size() - 1).equals("--topic");
        return topic ? beginningWith(Topics.of(desk).stream(), begun, word) : List.of();
    }

    private static List<Suggestion> beginningWith(Stream<String> words, String begun, int from) {
        return words.filter(each -> each.startsWith(begun))
                .map(each -> Suggestion.of(from, each))
                .toList();
    }

    static int wordStart(String before) {
        int start = before.length();
        while (start > 0 && !Character.isWhitespace(before.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
