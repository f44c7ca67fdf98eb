package quorumbook.repl.command;

import java.util.ArrayList;
import java.util.List;
import quorumbook.repl.desk.Conversation.Language;
import quorumbook.repl.desk.Desk;
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
            return desk.languages().completeZk(before);
        }
        if (language == Language.KAFKA) {
            return desk.languages().completeKafka(before);
        }
        List<Suggestion> java = new ArrayList<>(desk.languages().completeJava(input, cursor));
        if (before.strip().length() <= 6 && word == before.length() - before.stripLeading().length()) {
            desk.languages().tools().stream()
                    .filter(tool -> tool.startsWith(before.strip()))
                    .forEach(tool -> java.add(Suggestion.of(word, tool)));
        }
        return java;
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

    static int wordStart(String before) {
        int start = before.length();
        while (start > 0 && !Character.isWhitespace(before.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
