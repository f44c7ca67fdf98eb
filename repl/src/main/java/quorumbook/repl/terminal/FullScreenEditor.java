package quorumbook.repl.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.builtins.Nano;
import org.jline.terminal.Terminal;

/** JLine's nano on a text of ours; it only knows files. */
record FullScreenEditor(Terminal terminal) {
    /** The text as the person left it. */
    String edit(String name, String text) {
        try {
            Path folder = Files.createTempDirectory("quorumbook");
            Path file = folder.resolve(name.replaceAll("[^\\w.-]", "_"));
            try {
                Files.writeString(file, text);
                Nano nano = new Nano(terminal, folder);
                nano.title = name;
                nano.open(file.getFileName().toString());
                nano.run();
                return Files.readString(file);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot edit " + name + ": " + e.getMessage(), e);
        }
    }
}
