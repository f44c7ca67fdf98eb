package quorumbook.repl.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a JVM meets the archive of what it would otherwise read, parse and verify at every start. */
public sealed interface ClassData {
    /** The options of {@code java} for it. */
    List<String> options();

    /** How long the JVM may take to end. */
    default Duration ending() {
        return Duration.ofMillis(1500);
    }

    /** From the archive, if there is one. */
    static ClassData from(Optional<Path> archive) {
        return archive.<ClassData>map(Read::new).orElseGet(None::new);
    }

    /** Without. */
    record None() implements ClassData {
        @Override
        public List<String> options() {
            return List.of();
        }
    }

    /** From the archive; one that is missing or does not fit is passed over. */
    record Read(Path archive) implements ClassData {
        @Override
        public List<String> options() {
            if (!Files.isReadable(archive)) {
                return List.of();
            }
            return List.of((isCache(archive) ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
        }
    }

    /** Writes the archive when it ends in good order. */
    record Write(Path archive) implements ClassData {
        @Override
        public List<String> options() {
            return List.of((isCache(archive) ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
        }

        @Override
        public Duration ending() {
            return Duration.ofMinutes(2);
        }
    }

    /** What JDK 25 made of archives is known by its name. */
    private static boolean isCache(Path archive) {
        return archive.toString().endsWith(".aot");
    }
}
