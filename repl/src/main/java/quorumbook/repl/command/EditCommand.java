package quorumbook.repl.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import quorumbook.repl.desk.Desk;

/** Edits text in a full-screen editor and runs it. */
final class EditCommand implements Command {
    @Override
    public String name() {
        return "edit";
    }

    @Override
    public String usage() {
        return "/edit [FILE]";
    }

    @Override
    public String about() {
        return "write several lines in an editor, then run them";
    }

    private String scratch = "";

    private String before(Desk desk, Words words) throws IOException {
        if (words.isEmpty()) {
            return scratch.isEmpty() ? String.join("\n", desk.languages().snippets()) : scratch;
        }
        Path file = Path.of(words.text());
        return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        String name = words.isEmpty() ? "quorumbook" : words.text();
        Optional<String> text = desk.screen().edit(name, before(desk, words));
        if (text.isEmpty()) {
            return Reply.refused("There is no editor here, or it was left without saving.");
        }
        if (!words.isEmpty()) {
            Files.writeString(Path.of(words.text()), text.get(), StandardCharsets.UTF_8);
        }
        scratch = text.get();
        return Reply.run(text.get());
    }
}
