package quorumbook.repl.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Path USER = Path.of("/users/ada");

    private static Places on(String system, Map<String, String> environment) {
        return Places.of(environment, USER, system, Path.of("/project"));
    }

    @Test
    void linuxFollowsXdg() {
        assertThat(on("Linux", Map.of()).data()).isEqualTo(USER.resolve(".local/share/quorumbook"));
        assertThat(on("Linux", Map.of("XDG_DATA_HOME", "/d")).data()).isEqualTo(Path.of("/d/quorumbook"));
        assertThat(on("Linux", Map.of("XDG_STATE_HOME", "/s")).state()).isEqualTo(Path.of("/s/quorumbook"));
    }

    @Test
    void anXdgPathThatIsNotAbsoluteIsAsGoodAsNone() {
        assertThat(on("Linux", Map.of("XDG_DATA_HOME", "d")).data()).isEqualTo(USER.resolve(".local/share/quorumbook"));
    }

    @Test
    void macAndWindowsHaveTheirOwn() {
        assertThat(on("Mac OS X", Map.of()).data()).isEqualTo(USER.resolve("Library/Application Support/quorumbook"));
        assertThat(on("Windows 11", Map.of("APPDATA", "/roaming")).data()).isEqualTo(Path.of("/roaming/quorumbook"));
    }

    @Test
    void ourOwnVariablesOverride() {
        Places places = on("Linux", Map.of("QUORUMBOOK_DATA", "/a", "QUORUMBOOK_STATE", "/b", "XDG_DATA_HOME", "/c"));
        assertThat(places.data()).isEqualTo(Path.of("/a"));
        assertThat(places.state()).isEqualTo(Path.of("/b"));
    }
}
