package quorumbook.repl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.repl.result.AttemptResult;

/** A run that is killed while it writes, again and again on the same folder. */
class KilledStoreTest {
    @TempDir
    private Path out;

    /** Keeps attempts until it is killed; says of each when it is kept. */
    static final class Keeping {
        private Keeping() {}

        public static void main(String[] words) throws IOException {
            try (Store store = Store.open(Path.of(words[0]))) {
                for (long seed = 0; ; seed++) {
                    AttemptResult result = Attempts.of("alice", "zookeeper/tree", seed);
                    store.keep(result, Attempts.evidence());
                    System.out.println(result.attempt());
                }
            }
        }
    }

    @Test
    void whatWasSaidToBeKeptIsKeptAndNothingIsKeptInHalf() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            acknowledged.addAll(killedAfter(20 + run));

            try (Store store = Store.open(out)) {
                assertThat(store.remarks())
                        .allMatch(remark -> remark.contains("torn off") || remark.contains("they are now"));
                assertThat(store.all()).extracting(AttemptResult::attempt).containsAll(acknowledged);
            }
            assertThat(out.resolve(".unfinished")).isEmptyDirectory();
        }
    }

    @Test
    void anotherProcessMayNotHaveTheFolderWhileThisOneHasIt() throws Exception {
        Process keeping = keeping();
        try (BufferedReader reader = keeping.inputReader()) {
            assertThat(reader.readLine()).isNotNull();

            assertThatThrownBy(() -> Store.open(out)).hasMessageStartingWith("Another run is writing to " + out);
        } finally {
            keeping.destroyForcibly().waitFor();
        }
        Store.open(out).close();
    }

    private List<String> killedAfter(int attempts) throws IOException, InterruptedException {
        Process keeping = keeping();
        List<String> said = new ArrayList<>();
        try (BufferedReader reader = keeping.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
                if (said.size() == attempts) {
                    keeping.destroyForcibly();
                }
            }
        } catch (IOException closed) {
            assertThat(said).hasSizeGreaterThanOrEqualTo(attempts);
        }
        keeping.destroyForcibly().waitFor();
        assertThat(said).hasSizeGreaterThanOrEqualTo(attempts);
        return said;
    }

    private Process keeping() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Keeping.class.getName(),
                        out.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
