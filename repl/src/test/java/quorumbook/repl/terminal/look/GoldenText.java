package quorumbook.repl.terminal.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts approved by a person; what differs is left in {@code target/golden}, to be copied when it is better. */
public final class GoldenText {
    private GoldenText() {}

    public static String resource(String name) throws IOException {
        try (InputStream in = GoldenText.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public static void check(String name, String actual) throws IOException {
        String visible = actual.replace('\u001b', '␛');
        String approved = resource(name);
        if (!visible.equals(approved)) {
            Path kept = Path.of("target", "golden", name);
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, visible);
        }
        assertThat(visible)
                .as("see target/golden/%s; copy it beside the others if it is right", name)
                .isEqualTo(approved);
    }
}
