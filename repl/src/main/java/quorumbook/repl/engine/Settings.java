package quorumbook.repl.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import quorumbook.repl.jvm.Ground;
import quorumbook.repl.jvm.Launch;

/**
 * What the learner's JVM is made of.
 *
 * @param javaHome the JDK or JRE that it runs on
 * @param classPath the libraries that the learner may use
 * @param heapMegabytes the limit of its heap
 * @param snippetLimit how long one snippet may run; without, as long as it likes
 * @param archive a class-data archive for it, used if it is there
 * @param ground where it is started
 * @param release the release of Java that its code is compiled for; without, this JVM's own
 */
public record Settings(
        Path javaHome,
        List<Path> classPath,
        int heapMegabytes,
        Optional<Duration> snippetLimit,
        Optional<Path> archive,
        Ground ground,
        OptionalInt release) {
    private static final int ENOUGH_MEGABYTES = 256;

    public Settings {
        classPath = List.copyOf(classPath);
    }

    /** On the JVM's own JDK, 256 MB, no time limit. */
    public static Settings of(List<Path> classPath) {
        return new Settings(
                Launch.ownJavaHome(),
                classPath,
                ENOUGH_MEGABYTES,
                Optional.empty(),
                Optional.empty(),
                Ground.PROCESSES,
                OptionalInt.empty());
    }

    public Settings withHeap(int megabytes) {
        return new Settings(javaHome, classPath, megabytes, snippetLimit, archive, ground, release);
    }

    public Settings withSnippetLimit(Duration limit) {
        return new Settings(javaHome, classPath, heapMegabytes, Optional.of(limit), archive, ground, release);
    }

    public Settings withArchive(Path path) {
        return new Settings(javaHome, classPath, heapMegabytes, snippetLimit, Optional.of(path), ground, release);
    }

    /** Started there, on that release of Java. */
    public Settings on(Ground place, int java) {
        return new Settings(javaHome, classPath, heapMegabytes, snippetLimit, archive, place, OptionalInt.of(java));
    }

    /** What the compiler is told: nothing, unless the JVM that will load the classes is older than it. */
    List<String> compilerOptions() {
        if (release.isEmpty() || release.getAsInt() >= Runtime.version().feature()) {
            return List.of();
        }
        // The option for both, and for the library of that release, makes each snippet take four times as long.
        String java = Integer.toString(release.getAsInt());
        return List.of("-source", java, "-target", java);
    }

    Launch launch() {
        // Client libraries log to standard error; what matters of it reaches the learner as an event or an exception.
        return new Launch(
                javaHome,
                classPath,
                heapMegabytes,
                archive,
                List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=off", "-Dslf4j.internal.verbosity=ERROR"),
                ground);
    }
}
