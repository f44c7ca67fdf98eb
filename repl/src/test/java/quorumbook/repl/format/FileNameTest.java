package quorumbook.repl.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileNameTest {
    @Test
    void leavesNamesAloneThatWillDo() {
        assertThat(FileName.of("ada.lovelace-2")).isEqualTo("ada.lovelace-2");
    }

    @Test
    void namesNoPathAndNothingHidden() {
        assertThat(List.of("..", ".", "", "../x", "/etc/passwd", ".ssh", "a\u0000b", "-rf", "Zoë", "x".repeat(999)))
                .extracting(FileName::of)
                .allSatisfy(name -> assertThat(name).matches("[A-Za-z0-9_@+][A-Za-z0-9._@+-]{0,99}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodyCanTakeAnothersName() {
        String zoe = FileName.of("Zoë");

        assertThat(FileName.of(zoe)).isNotEqualTo(zoe);
    }
}
