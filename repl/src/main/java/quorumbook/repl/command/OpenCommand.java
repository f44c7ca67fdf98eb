package quorumbook.repl.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import quorumbook.repl.desk.Desk;

/** Runs a file as if it were typed. */
final class OpenCommand implements Command {
    @Override
    public String name() {
        return "open";
    }

    @Override
    public String usage() {
        return "/open FILE";
    }

    @Override
    public String about() {
        return "run a file as if you typed it";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        if (words.isEmpty()) {
            return Reply.refused("Which file? /open my-answer.jsh");
        }
        Path file = Path.of(words.text());
        try {
            return Reply.run(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Reply.refused("There is no file " + file + ".");
        } catch (IOException e) {
            return Reply.refused("Cannot read " + file + " (" + e.getMessage() + "). It should be text in UTF-8.");
        }
    }
}
